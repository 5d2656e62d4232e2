import type { Checks, Panel } from '@repo/github'
import { expect, test } from 'vitest'
import { formatCadence } from '#components/release/format-release.ts'
import type { ReportLine } from '#components/report/report-line.tsx'
import { createReportCard, type ReportInput } from './report-card.ts'

const asOf = '2026-06-01T12:00:00.000Z'
const now = Date.parse(asOf)
const url = 'https://github.com/acme/rocket'

function ready<T>(data: T): Panel<T> {
  return { state: 'ready', data, asOf }
}

const file = (name: 'readme' | 'license' | 'contributing', isPresent = true) => ({
  file: name,
  isPresent,
  url: isPresent ? `${url}/blob/main/${name}` : null,
})

const healthy: ReportInput = {
  repo: {
    id: 1,
    fullName: 'acme/rocket',
    description: null,
    url,
    homepage: null,
    topics: [],
    defaultBranch: 'main',
    license: { name: 'MIT License', spdxId: 'MIT' },
    stars: 10,
    forks: 2,
    watchers: 3,
    openIssuesAndPulls: 4,
    issuesDisabled: false,
    createdAt: '2020-01-01T00:00:00Z',
    pushedAt: '2026-05-31T00:00:00Z',
    archived: false,
    isTemplate: false,
    mirrorOf: null,
    isFork: false,
    forkOf: null,
  },
  checks: ready({
    state: 'passing',
    total: 7,
    returned: 7,
    pending: 0,
    failing: [],
    url: `${url}/commit/a`,
  }),
  release: ready({
    tag: 'v4.2.1',
    name: null,
    publishedAt: '2026-05-26T00:00:00Z',
    url: `${url}/releases/tag/v4.2.1`,
  }),
  cadence: ready({ medianDays: 22.7, sampleSize: 9 }),
  unreleased: ready({ commits: 41, url: null }),
  contributors: ready({ people: [], total: 91, busFactor: { people: 4, total: 90 } }),
  community: ready([file('readme'), file('license'), file('contributing')]),
}

const lines = (changes: Partial<ReportInput>) => createReportCard({ ...healthy, ...changes }, now)
const line = (changes: Partial<ReportInput>, index: number): ReportLine | undefined =>
  lines(changes)[index]

test('links each line of a healthy repository to its evidence', () => {
  expect(lines({})).toEqual([
    {
      tone: 'good',
      title: 'CI passing on main',
      detail: '7 of 7 checks',
      evidence: `${url}/commit/a`,
    },
    {
      tone: 'good',
      title: 'Last push',
      at: '2026-05-31T00:00:00Z',
      evidence: `${url}/commits`,
    },
    {
      tone: 'good',
      title: 'v4.2.1 released',
      at: '2026-05-26T00:00:00Z',
      detail: 'Every 23 days (median) · 41 commits since',
      evidence: `${url}/releases/tag/v4.2.1`,
    },
    { tone: 'good', title: 'MIT license', evidence: `${url}/blob/main/license` },
    {
      tone: 'good',
      title: 'Bus factor 4',
      detail: '4 of 91 contributors wrote half of the commits',
      evidence: `${url}/graphs/contributors`,
    },
    {
      tone: 'good',
      title: 'All community files present',
      evidence: `${url}/community`,
    },
  ])
})

test.each<[Partial<Checks>, ReportLine]>([
  [
    { state: 'failing', total: 7, failing: ['unit', 'build', 'size', 'end-to-end'] },
    {
      tone: 'attention',
      title: 'CI failing on main',
      detail: '4 of 7 checks: unit, build, size and 1 more',
    },
  ],
  [
    { state: 'pending', total: 7, returned: 7, pending: 3 },
    { tone: 'unknown', title: 'CI running on main', detail: '3 of 7 checks in progress' },
  ],
  [
    { state: 'unknown', total: 250, returned: 100 },
    {
      tone: 'unknown',
      title: 'First 100 of 250 checks pass on main',
      detail: 'GitHub didn’t return the rest',
    },
  ],
  [
    { state: 'none', total: 0 },
    {
      tone: 'attention',
      title: 'No CI on main',
      detail: 'Nothing shows that the code builds or passes tests',
    },
  ],
])('describes the checks %j', (checks, expected) => {
  const data: Checks = {
    state: 'none',
    total: 0,
    returned: 0,
    pending: 0,
    failing: [],
    url: null,
    ...checks,
  }
  expect(line({ checks: ready(data) }, 0)).toEqual(expected)
})

test.each<[Partial<ReportInput>, number, Partial<ReportLine>]>([
  [{ repo: { ...healthy.repo, pushedAt: '2025-05-31T00:00:00Z' } }, 1, { tone: 'attention' }],
  [
    { repo: { ...healthy.repo, pushedAt: null } },
    1,
    { tone: 'unknown', title: 'Last push: unknown' },
  ],
  [
    { release: ready(null) },
    2,
    {
      tone: 'attention',
      title: 'No stable release',
      detail: 'Pre-releases and tags don’t count',
    },
  ],
  [{ repo: { ...healthy.repo, license: null } }, 3, { tone: 'attention', title: 'No license' }],
  [
    { repo: { ...healthy.repo, license: { name: 'Other', spdxId: null } } },
    3,
    {
      tone: 'attention',
      title: 'Other license',
      detail: 'Not a standard license: read it before you use the code',
    },
  ],
  [
    { repo: { ...healthy.repo, license: { name: null, spdxId: null } } },
    3,
    { tone: 'unknown', title: 'License: unknown' },
  ],
  [
    { contributors: ready({ people: [], total: 9, busFactor: { people: 1, total: 9 } }) },
    4,
    { tone: 'attention', title: 'Bus factor 1' },
  ],
  [
    { contributors: ready({ people: [], total: 0, busFactor: null }) },
    4,
    { tone: 'unknown', title: 'No contributors yet' },
  ],
  [
    { community: ready([file('readme'), file('contributing', false), file('license', false)]) },
    5,
    {
      tone: 'attention',
      title: '2 of 3 community files are missing',
      detail: 'contributing guide, license',
    },
  ],
  [
    { community: ready(null) },
    5,
    { tone: 'unknown', detail: 'GitHub has no community profile for forks' },
  ],
])('describes %j in line %i', (changes, index, expected) => {
  expect(line(changes, index)).toMatchObject(expected)
})

test.each<[ReportInput['checks'], Partial<ReportLine>]>([
  [{ state: 'computing' }, { detail: 'Computing…' }],
  [{ state: 'forbidden' }, { detail: 'Not available' }],
  [{ state: 'needs-token' }, { detail: 'Token needed' }],
  [{ state: 'unavailable' }, { detail: 'Couldn’t load' }],
  [
    { state: 'rate-limited', until: '2026-06-01T12:10:00.000Z' },
    { detail: 'Rate limited', until: '2026-06-01T12:10:00.000Z' },
  ],
])('is "unknown" for a part that is %j, with the reason', (checks, reason) => {
  expect(line({ checks }, 0)).toEqual({ tone: 'unknown', title: 'Checks: unknown', ...reason })
})

test('omits unknown details of a release', () => {
  const unknown = { state: 'unavailable' } as const
  expect(line({ cadence: unknown, unreleased: ready(null) }, 2)).not.toHaveProperty('detail')
})

test('marks a line with the last known data', () => {
  const data: Checks = {
    state: 'passing',
    total: 7,
    returned: 7,
    pending: 0,
    failing: [],
    url: null,
  }
  const checks: Panel<Checks> = { state: 'stale', reason: 'upstream-error', data, asOf }
  expect(line({ checks }, 0)?.detail).toBe('7 of 7 checks · Couldn’t load newer data from GitHub.')
})

test('names the sample of the bus factor when the list of contributors is partial', () => {
  const data = { people: [], total: 91, busFactor: { people: 4, total: 90 } }
  const contributors = { state: 'partial', data, asOf } as const
  expect(line({ contributors }, 4)?.detail).toBe(
    '4 of the top 91 contributors wrote half of their commits',
  )
})

test.each([
  [0.2, 'More than once a day'],
  [1.4, 'Every day'],
  [22.7, 'Every 23 days'],
])('formats %d days between releases as "%s"', (medianDays, text) => {
  expect(formatCadence({ medianDays, sampleSize: 3 })).toBe(text)
})
