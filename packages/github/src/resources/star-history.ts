import { z } from 'zod'
import { derive } from '../cache/derive.ts'
import { combineFreshness } from './combine-freshness.ts'
import { weekStart } from './commit-activity.ts'
import { list } from './fields.ts'
import { nextPosition, type Position, toListSnapshot } from './pagination.ts'
import type { Read, Snapshot } from './read.ts'
import { SLOW_TTL } from './read.ts'

/** Stars of a week that begins on Sunday at 00:00 UTC, without those removed since. */
export type StarWeek = z.output<typeof week>

/** Stars per week, oldest first, and the requests that they took. */
export type FullStarHistory = {
  weeks: StarWeek[]
  requests: number
  /** Whether weeks are missing because there are too many pages. */
  isSampled: boolean
}

// GitHub's maximum, so a year takes two pages.
const PER_PAGE = 30
const WEEKS_PER_YEAR = 52
const MAX_PAGES = 20

const week = z
  .object({ week: weekStart, total: z.int().nonnegative() })
  .transform((body) => ({ beginsAt: body.week, stars: body.total }))

const weeks = list(week)

/**
 * Gets the stars per week in the past year, oldest first. The last week is in progress. Partial
 * without a week that cannot be read.
 */
export async function getStarHistory(
  read: Read,
  owner: string,
  repo: string,
): Promise<Snapshot<StarWeek[]>> {
  const readWeeks = (position: Position) => readPageOfWeeks(read, owner, repo, position)
  const newest = await readWeeks({ page: 1 })
  const next = nextPosition(newest.pages, 2)
  const older = next === undefined ? [] : [await readWeeks(next)]
  const snapshots = [newest, ...older].map(({ snapshot }) => toListSnapshot(snapshot))
  const [newestWeeks = [], olderWeeks] = snapshots.map(({ data }) => data)
  return { ...combineFreshness(snapshots), data: derive(newestWeeks, joinYear, olderWeeks) }
}

/** Gets the stars per week of the last half a year, as `getStarHistory` does, in one request. */
export async function getRecentStars(
  read: Read,
  owner: string,
  repo: string,
): Promise<Snapshot<StarWeek[]>> {
  const newest = await readPageOfWeeks(read, owner, repo, { page: 1 })
  const { data, ...freshness } = toListSnapshot(newest.snapshot)
  return { ...freshness, data: derive(data, oldestFirst) }
}

/**
 * Gets the stars per week since the repository exists, oldest first, in at most 20 requests. If there
 * are more pages, it reads pages that are evenly spread, the newest and the oldest included.
 */
export async function getFullStarHistory(
  read: Read,
  owner: string,
  repo: string,
): Promise<Snapshot<FullStarHistory>> {
  const readWeeks = (position: Position) => readPageOfWeeks(read, owner, repo, position)
  const newest = await readWeeks({ page: 1 })
  const { last } = newest.pages
  const pages =
    last === undefined
      ? await followPages(newest, readWeeks)
      : [newest, ...(await Promise.all(spreadPages(last).map((page) => readWeeks({ page }))))]
  const hasMore = nextPosition(pages.at(-1)?.pages ?? {}, pages.length + 1) !== undefined
  const snapshots = pages.map(({ snapshot }) => toListSnapshot(snapshot))
  return {
    ...combineFreshness(snapshots),
    data: {
      weeks: snapshots.flatMap(({ data }) => data).toReversed(),
      requests: pages.length,
      isSampled: hasMore || pages.length < (last ?? 0),
    },
  }
}

type WeeksPage = Awaited<ReturnType<typeof readPageOfWeeks>>

/** Reads pages one by one, where GitHub does not return how many there are. */
async function followPages(
  newest: WeeksPage,
  readWeeks: (position: Position) => Promise<WeeksPage>,
): Promise<WeeksPage[]> {
  const pages = [newest]
  while (pages.length < MAX_PAGES) {
    const next = nextPosition(pages.at(-1)?.pages ?? {}, pages.length + 1)
    if (next === undefined) break
    pages.push(await readWeeks(next))
  }
  return pages
}

/** The numbers of at most 19 pages after the first, evenly spread up to the last. */
function spreadPages(last: number): number[] {
  const count = Math.min(last, MAX_PAGES) - 1
  return Array.from({ length: count }, (_, index) =>
    Math.round(1 + ((index + 1) * (last - 1)) / count),
  )
}

function readPageOfWeeks(read: Read, owner: string, repo: string, position: Position) {
  return read({
    route: 'GET /repos/{owner}/{repo}/stargazers/history',
    params: { owner, repo, per_page: PER_PAGE, ...position },
    schema: weeks,
    isOptional: true,
    ttl: SLOW_TTL,
  })
}

function oldestFirst(newestFirst: readonly StarWeek[]): StarWeek[] {
  return newestFirst.toReversed()
}

function joinYear(newest: readonly StarWeek[], older: readonly StarWeek[] = []): StarWeek[] {
  return [...newest, ...older].slice(0, WEEKS_PER_YEAR).toReversed()
}
