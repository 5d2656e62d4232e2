import type { Checks, Panel } from '@repo/github'
import { expect, test } from 'vitest'
import { formatCadence } from '#components/release/format-cadence.ts'
import type { ReportLine } from '#components/report/report-line.tsx'
import { type ReportInput, reportCard } from './report-card.ts'

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

const good: ReportInput = {
  repo: {
    id: 1,
    fullName: 'acme/rocket',
    description: null,
    url,
    homepage: null,
    topics: [],
    defaultBranch: 'main',
    license: 'MIT',
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

const lines = (reported: Partial<ReportInput>) => reportCard({ ...good, ...reported }, now)
const line = (reported: Partial<ReportInput>, index: number): ReportLine | undefined =>
  lines(reported)[index]

test('says of a healthy repository what is good, each with its evidence', () => {
  expect(lines({})).toEqual([
    {
      tone: 'good',
      title: 'Checks pass on main',
      detail: '7 of 7',
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
      title: 'Released v4.2.1',
      at: '2026-05-26T00:00:00Z',
      detail: 'one every 23 days · 41 commits since',
      evidence: `${url}/releases/tag/v4.2.1`,
    },
    { tone: 'good', title: 'License: MIT', evidence: `${url}/blob/main/license` },
    {
      tone: 'good',
      title: '4 people wrote half of it',
      detail: 'bus factor 4, of 91 contributors',
      evidence: `${url}/graphs/contributors`,
    },
    {
      tone: 'good',
      title: 'All community files are there',
      evidence: `${url}/community`,
    },
  ])
})

test.each<[Partial<Checks>, ReportLine]>([
  [
    { state: 'failing', total: 7, failing: ['unit', 'build', 'size', 'end-to-end'] },
    {
      tone: 'attention',
      title: 'Checks fail on main',
      detail: '4 of 7: unit, build, size and 1 more',
    },
  ],
  [
    { state: 'pending', total: 7, returned: 7, pending: 3 },
    { tone: 'unknown', title: 'Checks are running on main', detail: '3 of 7 are not done' },
  ],
  [
    { state: 'unknown', total: 250, returned: 100 },
    {
      tone: 'unknown',
      title: 'The first checks pass on main',
      detail: '100 of 250: GitHub gave no more',
    },
  ],
  [
    { state: 'none', total: 0 },
    { tone: 'attention', title: 'No checks on main', detail: 'nothing tells whether it works' },
  ],
])('says of the checks %j what they are', (checks, expected) => {
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
  [{ repo: { ...good.repo, pushedAt: '2025-05-31T00:00:00Z' } }, 1, { tone: 'attention' }],
  [{ repo: { ...good.repo, pushedAt: null } }, 1, { tone: 'unknown', title: 'Last push: unknown' }],
  [
    { release: ready(null) },
    2,
    {
      tone: 'attention',
      title: 'No full release',
      detail: 'a pre-release or a tag does not count',
    },
  ],
  [{ repo: { ...good.repo, license: null } }, 3, { tone: 'attention', title: 'No license' }],
  [
    { contributors: ready({ people: [], total: 9, busFactor: { people: 1, total: 9 } }) },
    4,
    { tone: 'attention', title: 'One person wrote half of it' },
  ],
  [
    { contributors: ready({ people: [], total: 0, busFactor: null }) },
    4,
    { tone: 'unknown', title: 'GitHub knows nobody who has committed' },
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
  [{ community: ready(null) }, 5, { tone: 'unknown', detail: 'GitHub keeps no profile of a fork' }],
])('says of %j in line %i what to look at', (reported, index, expected) => {
  expect(line(reported, index)).toMatchObject(expected)
})

test.each<[ReportInput['checks'], Partial<ReportLine>]>([
  [{ state: 'computing' }, { detail: 'GitHub is still counting' }],
  [{ state: 'forbidden' }, { detail: 'GitHub does not give this' }],
  [{ state: 'needs-token' }, { detail: 'needs a GITHUB_TOKEN' }],
  [{ state: 'unavailable' }, { detail: 'GitHub gave no usable answer' }],
  [
    { state: 'rate-limited', until: '2026-06-01T12:10:00.000Z' },
    { detail: 'GitHub asks us to wait', until: '2026-06-01T12:10:00.000Z' },
  ],
])('says "unknown" of a part that is %j, and why', (checks, why) => {
  expect(line({ checks }, 0)).toEqual({ tone: 'unknown', title: 'Checks: unknown', ...why })
})

test('leaves out what is not known of a release', () => {
  const unknown = { state: 'unavailable' } as const
  expect(line({ cadence: unknown, unreleased: ready(null) }, 2)).not.toHaveProperty('detail')
})

test('says that a line is GitHub’s last good answer', () => {
  const data: Checks = {
    state: 'passing',
    total: 7,
    returned: 7,
    pending: 0,
    failing: [],
    url: null,
  }
  const checks: Panel<Checks> = { state: 'stale', reason: 'upstream-error', data, asOf }
  expect(line({ checks }, 0)?.detail).toBe(
    '7 of 7 · GitHub is not answering: this is its last good answer',
  )
})

test('says of how many contributors the bus factor is known', () => {
  const data = { people: [], total: 91, busFactor: { people: 4, total: 90 } }
  const contributors = { state: 'partial', data, asOf } as const
  expect(line({ contributors }, 4)?.detail).toBe('bus factor 4, of the first 91 contributors')
})

test.each([
  [0.2, 'more than one a day'],
  [1.4, 'one a day'],
  [22.7, 'one every 23 days'],
])('says of %d days between releases: %s', (medianDays, words) => {
  expect(formatCadence({ medianDays, sampleSize: 3 })).toBe(words)
})
