import type { Checks, Panel, Responsiveness, SecurityAdvisory } from '@repo/github'
import { expect, test } from 'vitest'
import { createCommitChart } from '#components/charts/commit-chart.ts'
import { formatCadence } from '#components/release/format-cadence.ts'
import type { Judgment, ReportLine } from '#components/report/report-line.tsx'
import {
  createReportCard,
  judgeAdvisories,
  judgeBusFactor,
  judgeChecks,
  judgeRelease,
  judgeResponse,
  type ReportInput,
} from './report-card.ts'
import { reportLimits } from './report-limits.ts'
import { reportSubjects } from './report-subjects.ts'
import { overviewWith, weeks } from './test-support.ts'

const asOf = '2026-06-01T12:00:00.000Z'
const now = Date.parse(asOf)
const url = 'https://github.com/acme/rocket'

function ready<T>(data: T): Panel<T> {
  return { state: 'ready', data, asOf }
}

const daysAgo = (days: number) => new Date(now - days * 86_400_000).toISOString()

const file = (name: 'readme' | 'license' | 'contributing', isPresent = true) => ({
  file: name,
  isPresent,
  url: isPresent ? `${url}/blob/main/${name}` : null,
})

const advisory: SecurityAdvisory = {
  id: 'GHSA-1',
  severity: 'medium',
  publishedAt: '2026-05-01T00:00:00Z',
  isWithdrawn: false,
  isPatched: true,
}

const responsiveness = (sampleSize: number, responded: number, medianSeconds: number | null) =>
  ({
    timeToFirstResponse: {
      sampleSize,
      responded,
      medianSeconds,
      since: null,
      awaitingResponse: 0,
      oldestUnanswered: null,
    },
    resolution: { sampleSize, since: null, resolved: 0, medianSeconds: null, stillOpen: 0 },
  }) satisfies Responsiveness

const people = (busFactor: number | null, total = 90, lastHumanWeek: string | null = null) => ({
  people: [],
  total,
  busFactor: busFactor === null ? null : { people: busFactor, total },
  lastHumanWeek,
})

const checks: Checks = {
  state: 'passing',
  total: 7,
  returned: 7,
  pending: 0,
  failing: [],
  url: `${url}/commit/a`,
}

const healthy: ReportInput = {
  repo: { ...overviewWith({}).repo, url },
  commits: ready(createCommitChart(weeks(52))),
  checks: ready(checks),
  runs: ready({ passed: 29, failed: 1 }),
  release: ready({
    tag: 'v4.2.1',
    name: null,
    publishedAt: '2026-05-26T00:00:00Z',
    url: `${url}/releases/tag/v4.2.1`,
  }),
  cadence: ready({ medianDays: 22.7, sampleSize: 9 }),
  unreleased: ready({ commits: 41, url: null }),
  contributors: ready(people(4, 37, '2026-05-24T00:00:00.000Z')),
  response: ready(responsiveness(40, 31, 18_000)),
  advisories: ready([advisory]),
  community: ready([file('readme'), file('license'), file('contributing')]),
}

const card = (changes: Partial<ReportInput>) => createReportCard({ ...healthy, ...changes }, now)

function line(subject: (typeof reportSubjects)[number], changes: Partial<ReportInput>): ReportLine {
  const found = card(changes).lines[reportSubjects.indexOf(subject)]
  if (!found) throw new Error(`No line about ${subject}`)
  return found
}

const judgmentsOf = (changes: Partial<ReportInput>) =>
  card(changes).lines.map(({ judgment }) => judgment)

test('judges a healthy repository, with the limit and the page of each fact', () => {
  expect(card({})).toEqual({
    status: {
      judgment: 'good',
      title: 'Maintained',
      facts: 'Last commit by a human in the week of May 24, 2026.',
    },
    lines: [
      {
        judgment: 'good',
        title: '52 commits in the past year',
        value: '52 commits',
        limit: reportLimits.Maintenance.good,
        href: '/repos/acme/rocket/activity',
      },
      {
        judgment: 'good',
        title: 'v4.2.1 released',
        value: 'v4.2.1',
        at: '2026-05-26T00:00:00Z',
        detail: 'Every 23 days (median) · 41 commits since',
        limit: reportLimits.Releases.good,
        href: '/repos/acme/rocket/releases',
      },
      {
        judgment: 'good',
        title: 'First response after 5 hours (median), as of',
        value: '5 hours',
        at: asOf,
        detail: '31 of 40 recent issues answered',
        limit: reportLimits.Response.good,
        href: '/repos/acme/rocket/issues',
      },
      {
        judgment: 'good',
        title: 'CI passing on main',
        value: 'passing',
        detail: '7 of 7 checks · 29 of 30 runs passed',
        limit: reportLimits.CI.good,
        href: `${url}/commit/a`,
      },
      {
        judgment: 'good',
        title: 'MIT license',
        value: 'MIT',
        detail: 'Permissive',
        limit: reportLimits.License.good,
        href: `${url}/blob/main/license`,
      },
      {
        judgment: 'good',
        title: 'Bus factor 4',
        value: 'bus factor 4',
        detail: '4 of 37 people made half of the past year’s commits, bots excluded',
        limit: reportLimits.People.good,
        href: '/repos/acme/rocket/contributors',
      },
      {
        judgment: 'good',
        title: '1 published advisory',
        value: '1 advisory',
        detail: 'All patched · policy: see GitHub',
        limit: reportLimits.Security.good,
        href: `${url}/security`,
      },
      {
        judgment: 'good',
        title: 'All community files present',
        value: '2 of 2',
        limit: reportLimits['Community files'].good,
        href: `${url}/community`,
      },
    ],
  })
})

test('the lines of a private repository link to pages below /me or to GitHub', () => {
  const repo = { ...healthy.repo, visibility: 'private' } as const
  const hrefs = card({ repo }).lines.map(({ href }) => href ?? '')
  expect(hrefs).toContain('/me/repos/acme/rocket/contributors')
  expect(
    hrefs.filter(
      (href) => !href.startsWith('/me/repos/acme/rocket/') && !href.startsWith(`${url}/`),
    ),
  ).toEqual([])
})

test.each([
  ['archived', { repo: { ...healthy.repo, archived: true } }],
  ['deprecated', { repo: { ...healthy.repo, description: 'Deprecated.' } }],
  ['dormant', { contributors: ready(people(4, 37, '2024-05-05T00:00:00.000Z')) }],
])('of a repository that is %s, no activity of the past is good', (state, changes) => {
  const { status, lines } = card(changes)
  expect(status.title.toLowerCase()).toBe(state)
  expect(lines.map(({ judgment, limit }) => [judgment, limit])).toEqual([
    ['risk', state === 'dormant' ? reportLimits.Maintenance.risk : `the repository is ${state}`],
    ['attention', `the repository is ${state}`],
    ['attention', `the repository is ${state}`],
    ['attention', `the repository is ${state}`],
    ['good', reportLimits.License.good],
    ['attention', `the repository is ${state}`],
    ['good', reportLimits.Security.good],
    ['good', reportLimits['Community files'].good],
  ])
})

test.each<Panel<never>>([
  { state: 'computing' },
  { state: 'forbidden' },
  { state: 'needs-token' },
  { state: 'unavailable' },
  { state: 'rate-limited', until: '2026-06-01T12:10:00.000Z' },
])('data that is %j is unknown, never good and never a risk', (panel) => {
  const repo = { ...healthy.repo, license: { name: null, spdxId: null } }
  const missing = {
    commits: panel,
    checks: panel,
    runs: panel,
    release: panel,
    cadence: panel,
    unreleased: panel,
    contributors: panel,
    response: panel,
    advisories: panel,
    community: panel,
  }
  expect(judgmentsOf({ repo, ...missing })).toEqual(Array(8).fill('unknown'))
  expect(judgmentsOf({ repo, ...missing, response: null })).toEqual(Array(8).fill('unknown'))
})

test('an unknown line has the reason, and no limit', () => {
  const until = '2026-06-01T12:10:00.000Z'
  expect(line('Security', { advisories: { state: 'rate-limited', until } })).toEqual({
    judgment: 'unknown',
    title: 'Security advisories: unknown',
    value: 'Rate limited',
    detail: 'Rate limited',
    until,
    href: `${url}/security`,
  })
})

test.each<[string | null, number | null, Judgment]>([
  [daysAgo(365), 41, 'good'],
  [daysAgo(366), 41, 'attention'],
  [daysAgo(730), 41, 'attention'],
  [daysAgo(731), 41, 'risk'],
  [daysAgo(731), 0, 'good'],
  [daysAgo(731), 1, 'risk'],
  // Whether anything is unreleased is unknown.
  [daysAgo(365), null, 'good'],
  [daysAgo(731), null, 'attention'],
  [null, 41, 'unknown'],
  [null, 0, 'good'],
])('a release of %s with %s unreleased commits is %s', (publishedAt, commits, judgment) => {
  expect(judgeRelease(publishedAt, commits, now)).toBe(judgment)
})

const DAY = 86_400

test.each<[number, number, number | null, Judgment]>([
  [5, 5, 7 * DAY, 'good'],
  [5, 5, 7 * DAY + 1, 'attention'],
  [5, 5, 30 * DAY, 'attention'],
  [5, 5, 30 * DAY + 1, 'risk'],
  [4, 4, 30 * DAY + 1, 'unknown'],
  [4, 4, 1, 'unknown'],
  [10, 5, 1, 'good'],
  [10, 4, 1, 'attention'],
  [10, 0, null, 'attention'],
])('%i issues, %i answered, after a median of %s s, are %s', (...values) => {
  const [sampleSize, responded, medianSeconds, judgment] = values
  expect(judgeResponse({ sampleSize, responded, medianSeconds })).toBe(judgment)
})

test.each<[Checks['state'], number | 'too few' | 'unknown', Judgment]>([
  ['passing', 0.8, 'good'],
  ['passing', 0.79, 'attention'],
  ['passing', 'too few', 'good'],
  ['passing', 'unknown', 'unknown'],
  ['failing', 0.5, 'attention'],
  ['failing', 0.49, 'risk'],
  ['failing', 'too few', 'attention'],
  ['failing', 'unknown', 'attention'],
  ['none', 1, 'attention'],
  ['pending', 1, 'unknown'],
  ['unknown', 1, 'unknown'],
])('checks that are %s, with a share of %s of passed runs, are %s', (state, share, judgment) => {
  expect(judgeChecks(state, share)).toBe(judgment)
})

test.each<[number, number, Judgment]>([
  [4, 1, 'good'],
  [3, 1, 'good'],
  [0, 4, 'good'],
  [0, 5, 'attention'],
  [0, 0, 'good'],
])(
  '%i passed and %i failed runs are %s: fewer than five say nothing',
  (passed, failed, judgment) => {
    expect(line('CI', { runs: ready({ passed, failed }) }).judgment).toBe(judgment)
  },
)

test.each<[number, Judgment]>([
  [1, 'risk'],
  [2, 'attention'],
  [3, 'good'],
])('a bus factor of %i is %s', (busFactor, judgment) => {
  expect(judgeBusFactor(busFactor)).toBe(judgment)
})

test.each<[Partial<SecurityAdvisory>[], boolean, Judgment]>([
  [[], false, 'unknown'],
  [[{}], false, 'good'],
  [[{}], true, 'unknown'],
  [[{ severity: 'high', publishedAt: daysAgo(365) }], false, 'attention'],
  [[{ severity: 'high', publishedAt: daysAgo(366) }], false, 'good'],
  [[{ severity: 'critical', publishedAt: daysAgo(1) }], true, 'attention'],
  [[{ severity: null }], false, 'unknown'],
  [[{ severity: 'high', publishedAt: null }], false, 'unknown'],
  [[{ isPatched: null }], false, 'unknown'],
  [[{}, { isPatched: false }], true, 'risk'],
])('the advisories %j, incomplete: %s, are %s', (changes, isIncomplete, judgment) => {
  const all = changes.map((change) => ({ ...advisory, ...change }))
  expect(judgeAdvisories(all, isIncomplete, now)).toBe(judgment)
})

test('a withdrawn advisory does not count', () => {
  const advisories = ready([{ ...advisory, isWithdrawn: true, isPatched: false }])
  expect(line('Security', { advisories })).toMatchObject({
    judgment: 'unknown',
    title: 'No published advisories',
  })
})

test.each<[Partial<Checks>, Partial<ReportLine>]>([
  [
    { state: 'failing', failing: ['unit', 'build', 'size', 'end-to-end'] },
    {
      title: 'CI failing on main',
      detail: '4 of 7 checks: unit, build, size and 1 more · 29 of 30 runs passed',
    },
  ],
  [
    { state: 'pending', pending: 3 },
    {
      title: 'CI running on main',
      detail: '3 of 7 checks in progress · 29 of 30 runs passed',
    },
  ],
  [
    { state: 'unknown', total: 250, returned: 100 },
    {
      title: 'First 100 of 250 checks pass on main',
      detail: 'GitHub didn’t return the rest',
    },
  ],
  [
    { state: 'none', total: 0 },
    {
      title: 'No CI on main',
      detail: 'Nothing shows that the code builds or passes tests · 29 of 30 runs passed',
    },
  ],
])('describes the checks %j', (changes, expected) => {
  expect(line('CI', { checks: ready({ ...checks, ...changes }) })).toMatchObject(expected)
})

const licensed = (license: ReportInput['repo']['license']) => ({
  repo: { ...healthy.repo, license },
})
const unknown = { state: 'unavailable' } as const

test.each<[(typeof reportSubjects)[number], Partial<ReportInput>, Partial<ReportLine>]>([
  ['Releases', { release: ready(null) }, { judgment: 'attention', title: 'No stable release' }],
  [
    'License',
    licensed({ name: 'GNU GPL v3', spdxId: 'GPL-3.0' }),
    { judgment: 'good', title: 'GPL-3.0 license' },
  ],
  [
    'License',
    licensed({ name: 'Other', spdxId: null }),
    {
      judgment: 'attention',
      title: 'Other license',
      detail: 'Custom: read it before you use the code',
    },
  ],
  ['License', licensed(null), { judgment: 'risk', title: 'No license' }],
  ['License', licensed({ name: null, spdxId: null }), { judgment: 'unknown' }],
  [
    'People',
    { contributors: ready(people(null, 0)) },
    { judgment: 'risk', title: 'Nobody active in the past year' },
  ],
  [
    'People',
    { contributors: { state: 'partial', data: people(null, 0), asOf } },
    { judgment: 'unknown' },
  ],
  [
    'People',
    { contributors: { state: 'partial', data: people(4), asOf } },
    { detail: '4 of the top 90 people made half of their commits in the past year, bots excluded' },
  ],
  [
    'CI',
    { runs: ready({ passed: 2, failed: 0 }) },
    {
      judgment: 'good',
      limit: 'passing, too few recent runs',
      detail: '7 of 7 checks · 2 of 2 runs passed',
    },
  ],
  ['CI', { runs: ready(null) }, { judgment: 'good', limit: 'passing, too few recent runs' }],
  [
    'CI',
    { runs: { state: 'rate-limited', until: '2026-06-01T12:10:00.000Z' } },
    {
      judgment: 'unknown',
      detail: '7 of 7 checks · recent runs: rate limited',
      until: '2026-06-01T12:10:00.000Z',
    },
  ],
  [
    'Response',
    { response: null },
    {
      judgment: 'unknown',
      title: 'Time to first response: not measured yet',
      detail: 'Open Issues to measure it (up to 5 requests)',
    },
  ],
  [
    'Response',
    { repo: { ...healthy.repo, issuesDisabled: true } },
    { judgment: 'unknown', title: 'Issues are disabled' },
  ],
  [
    'Response',
    { response: ready(responsiveness(1, 0, null)) },
    { judgment: 'unknown', detail: '0 of 1 recent issue answered: too few to judge' },
  ],
  [
    'Community files',
    { community: ready([file('readme'), file('contributing', false), file('license', false)]) },
    {
      judgment: 'attention',
      title: '1 of 2 community files are missing',
      detail: 'contributing guide',
    },
  ],
  [
    'Community files',
    { community: ready([file('readme'), file('license', false)]) },
    { judgment: 'good', title: 'All other community files present', value: '1 of 1' },
  ],
  [
    'Community files',
    { community: { state: 'partial', data: [file('readme')], asOf } },
    { judgment: 'unknown', detail: 'GitHub didn’t return the rest' },
  ],
  [
    'Community files',
    { community: ready(null) },
    { judgment: 'unknown', detail: 'GitHub has no community profile for forks' },
  ],
])('the line about %s, with %j, is %j', (subject, changes, expected) => {
  expect(line(subject, changes)).toMatchObject(expected)
})

test('omits unknown details of a release', () => {
  const changes = { cadence: unknown, unreleased: ready(null) }
  expect(line('Releases', changes)).not.toHaveProperty('detail')
})

test('marks a line with the last known data', () => {
  const stale: Panel<Checks> = { state: 'stale', reason: 'upstream-error', data: checks, asOf }
  expect(line('CI', { checks: stale }).detail).toBe(
    '7 of 7 checks · 29 of 30 runs passed · Couldn’t load newer data from GitHub.',
  )
})

test.each([
  [0.2, 'More than once a day'],
  [1.4, 'Every day'],
  [22.7, 'Every 23 days'],
])('formats %d days between releases as "%s"', (medianDays, text) => {
  expect(formatCadence({ medianDays, sampleSize: 3 })).toBe(text)
})
