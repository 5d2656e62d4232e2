import type {
  Checks,
  OpenChanges,
  OpenItems,
  Panel,
  Release,
  Repo,
  SecurityAdvisory,
  StarWeek,
  UnavailablePanel,
  Unreleased,
  WorkflowRuns,
} from '@repo/github'
import type { Age } from '#components/panel/age.tsx'
import { isPartial } from '#components/panel/panel-data.ts'
import type { UnreadRepo } from '#components/repo/unread-repo.ts'

/** A value, or why there is none. */
export type Cell<Value> = ValueCell<Value> | UnavailablePanel | { state: 'disabled' }

type ValueCell<Value> = {
  value: Value
  /** The value is a lower bound. */
  orMore?: true
  /** ISO 8601 time at which GitHub confirmed it, if GitHub fails to return a newer one. */
  asOf?: string
}

/** The last workflow runs of the default branch that have passed or failed. */
export type RecentRuns = { passed: number; total: number }

/** What a board shows of a repository; a null value is unknown, except where it is "none". */
export type BoardCells = {
  /** The state of the checks of the newest commit on the default branch. */
  ci: Cell<Checks['state']>
  /** Null without a run. */
  runs: Cell<RecentRuns | null>
  awaitingResponse: Cell<number>
  issues: Cell<number | null>
  issuesChange: Cell<number | null>
  pulls: Cell<number | null>
  pullsChange: Cell<number | null>
  /** Null without a release. */
  unreleased: Cell<{ commits: number | null } | null>
  /** Null without a release. */
  release: Cell<{ tag: string; publishedAt: string | null } | null>
  newStars: Cell<number>
  advisories: Cell<{ published: number; unpatched: number }>
}

/** A repository on the board. */
export type ReadRow = {
  name: string
  /** Absent for a public repository. */
  visibility?: 'private' | 'internal'
  /** Stable across renames; null if unknown. */
  id: number | null
  /** Former names under which it was requested. */
  formerNames: string[]
  isArchived: boolean
  url: string | null
  age: Age
  cells: BoardCells
}

export type BoardRow = ReadRow | UnreadRepo

/** The reads of a repository; null where issues are disabled. */
export type BoardPanels = {
  checks: Panel<Checks>
  runs: Panel<WorkflowRuns | null>
  release: Panel<Release | null>
  unreleased: Panel<Unreleased | null>
  items: Panel<OpenItems> | null
  pulls: Panel<number | null>
  advisories: Panel<SecurityAdvisory[]>
  changes: Panel<OpenChanges | null> | null
  stars: Panel<StarWeek[]>
}

/**
 * The maximum number of requests for a repository: itself, its checks and commit statuses, its
 * workflow runs, its latest release and the commits since, its open items and pull requests, its
 * advisories, its changes and its stars.
 */
export const MAX_READS_PER_REPO = 11

/** The share of runs that passed, in whole percent; 100 only if all did, and 0 only if none did. */
export function passPercent({ passed, total }: RecentRuns): number {
  const percent = Math.round((passed / total) * 100)
  if (passed === 0 || passed === total) return percent
  return Math.min(Math.max(percent, 1), 99)
}

const DISABLED = { state: 'disabled' } as const
const STAR_WEEKS = 4

/** Derives the cells of a repository from its reads. */
export function createCells(repo: Repo, panels: BoardPanels): BoardCells {
  const { checks, runs, release, unreleased, items, pulls, advisories, changes, stars } = panels
  const changeOf = (kind: keyof OpenChanges) =>
    changes ? toCell(changes, (data) => data?.[kind] ?? null) : DISABLED
  return {
    ci: toCell(checks, ({ state }) => state, isExact),
    runs: toCell(runs, toRecentRuns, isExact),
    awaitingResponse: items
      ? toCell(
          items,
          (data) => data.awaitingResponse,
          ({ mayAwaitMore }) => mayAwaitMore || isPartial(items),
        )
      : DISABLED,
    issues: items ? issuesCell(repo, items, pulls) : DISABLED,
    issuesChange: changeOf('issues'),
    pulls: toCell(pulls, (data) => data),
    pullsChange: changeOf('pulls'),
    unreleased: toCell(unreleased, (data) => data && { commits: data.commits }),
    release: toCell(release, (data) => data && { tag: data.tag, publishedAt: data.publishedAt }),
    newStars: toCell(stars, (weeks) =>
      weeks.slice(-STAR_WEEKS).reduce((sum, week) => sum + week.stars, 0),
    ),
    advisories: toCell(advisories, (all) => {
      const valid = all.filter(({ isWithdrawn }) => !isWithdrawn)
      const unpatched = valid.filter(({ isPatched }) => isPatched === false).length
      return { published: valid.length, unpatched }
    }),
  }
}

/** Without its own count, the issues are what GitHub counts together, minus the pull requests. */
function issuesCell(
  { openIssuesAndPulls }: Repo,
  items: Panel<OpenItems>,
  pulls: Panel<number | null>,
): BoardCells['issues'] {
  if ('data' in items && items.data.issues !== null) return toCell(items, (data) => data.issues)
  return toCell(pulls, (count) =>
    count === null || openIssuesAndPulls === null ? null : Math.max(openIssuesAndPulls - count, 0),
  )
}

function toRecentRuns(runs: WorkflowRuns | null): RecentRuns | null {
  if (runs === null) return null
  const total = runs.passed + runs.failed
  return total === 0 ? null : { passed: runs.passed, total }
}

// A state and a share are not lower bounds, even of partial data.
function isExact(): boolean {
  return false
}

function toCell<Data, Value>(
  panel: Panel<Data>,
  toValue: (data: Data) => Value,
  isLowerBound: (data: Data) => boolean = () => isPartial(panel),
): Cell<Value> {
  if (!('data' in panel)) return panel
  const orMore = isLowerBound(panel.data)
  const isOld = panel.state === 'stale' && panel.reason === 'upstream-error'
  return {
    value: toValue(panel.data),
    ...(orMore && { orMore: true }),
    ...(isOld && { asOf: panel.asOf }),
  }
}
