import { z } from 'zod'
import { combineFreshness } from './combine-freshness.ts'
import { weekStart } from './commit-activity.ts'
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

/** Gets the stars per week in the past year, oldest first. The last week is in progress. */
export async function getStarHistory(
  read: Read,
  owner: string,
  repo: string,
): Promise<Snapshot<StarWeek[]>> {
  const readPage = (page: number) =>
    read({
      route: 'GET /repos/{owner}/{repo}/stargazers/history',
      params: { owner, repo, per_page: PER_PAGE, page },
      schema: z.array(week),
      isOptional: true,
      ttl: SLOW_TTL,
    })
  const newest = await readPage(1)
  const older = newest.pages.next === undefined ? [] : [await readPage(2)]
  const snapshots = [newest, ...older].map(({ snapshot }) => snapshot)
  const weeks = snapshots.flatMap(({ data }) => data)
  return { ...combineFreshness(snapshots), data: weeks.slice(0, WEEKS_PER_YEAR).toReversed() }
}
