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

// GitHub's maximum, so a year takes two pages.
const PER_PAGE = 30
const WEEKS_PER_YEAR = 52

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
  const readWeeks = (position: Position) =>
    read({
      route: 'GET /repos/{owner}/{repo}/stargazers/history',
      params: { owner, repo, per_page: PER_PAGE, ...position },
      schema: weeks,
      isOptional: true,
      ttl: SLOW_TTL,
    })
  const newest = await readWeeks({ page: 1 })
  const next = nextPosition(newest.pages, 2)
  const older = next === undefined ? [] : [await readWeeks(next)]
  const snapshots = [newest, ...older].map(({ snapshot }) => toListSnapshot(snapshot))
  const [newestWeeks = [], olderWeeks] = snapshots.map(({ data }) => data)
  return { ...combineFreshness(snapshots), data: derive(newestWeeks, joinYear, olderWeeks) }
}

function joinYear(newest: readonly StarWeek[], older: readonly StarWeek[] = []): StarWeek[] {
  return [...newest, ...older].slice(0, WEEKS_PER_YEAR).toReversed()
}
