import type { Panel } from '@repo/github'
import { createCommitChart } from '#components/charts/commit-chart.ts'
import type { RepoDetails } from './repo-overview.tsx'
import { starChart } from './star-chart.ts'

export const asOf = '2026-06-01T12:00:00.000Z'

function ready<T>(data: T): Panel<T> {
  return { state: 'ready', data, asOf }
}

const SUNDAY_MS = Date.parse('2026-05-31T00:00:00Z')
const WEEK_MS = 7 * 86_400_000

/** Creates weeks up to the current one, each with a star and a commit. */
export function weeks(count: number) {
  return Array.from({ length: count }, (_, index) => ({
    beginsAt: new Date(SUNDAY_MS - (count - 1 - index) * WEEK_MS).toISOString(),
    commits: 1,
    days: [1, 0, 0, 0, 0, 0, 0],
    stars: 1,
  }))
}

const overview: RepoDetails = {
  repo: {
    id: 1,
    fullName: 'acme/rocket',
    description: 'Flies.',
    url: 'https://github.example/acme/rocket',
    homepage: 'https://rocket.example',
    topics: ['space'],
    defaultBranch: 'main',
    license: { name: 'MIT License', spdxId: 'MIT' },
    stars: 60,
    forks: 2,
    watchers: 3,
    openIssuesAndPulls: 9,
    issuesDisabled: false,
    createdAt: '2020-01-01T00:00:00Z',
    pushedAt: '2026-05-31T00:00:00Z',
    archived: false,
    isTemplate: false,
    mirrorOf: null,
    isFork: false,
    forkOf: null,
  },
  age: { asOf },
  openPulls: ready(4),
  commits: ready(createCommitChart(weeks(52))),
  stars: ready(starChart(weeks(52), 60)),
  languages: ready([{ name: 'Rust', share: 1 }]),
  release: ready({ tag: 'v1', name: null, publishedAt: '2026-05-26T00:00:00Z', url: null }),
  cadence: ready({ medianDays: 22.7, sampleSize: 9 }),
  unreleased: ready({ commits: 41, url: null }),
  contributors: ready({
    people: [],
    total: 91,
    busFactor: { people: 4, total: 90 },
    lastHumanWeek: '2026-05-24T00:00:00.000Z',
  }),
  community: ready([]),
  report: {
    status: {
      judgment: 'good',
      title: 'Maintained',
      facts: 'Last commit by a human in the week of May 24, 2026.',
    },
    lines: [{ judgment: 'good', title: '1,426 commits in the past year' }],
  },
}

/** Creates a complete overview with the given changes. */
export function overviewWith(parts: Partial<RepoDetails>): RepoDetails {
  return { ...overview, ...parts }
}
