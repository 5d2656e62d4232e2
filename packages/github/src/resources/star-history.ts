import { z } from 'zod'
import { combineFreshness } from './combine-freshness.ts'
import { weekStart } from './commit-activity.ts'
import type { Read, Snapshot } from './read.ts'
import { SLOW_TTL } from './read.ts'

/** Stars that were given in a week from Sunday 00:00 UTC on, and have not been taken back since. */
export type StarWeek = z.output<typeof week>

// GitHub gives no more on a page, so a year takes two.
const PER_PAGE = 30
const WEEKS_PER_YEAR = 52

const week = z
  .object({ week: weekStart, total: z.int().nonnegative() })
  .transform((body) => ({ beginsAt: body.week, stars: body.total }))

/** Retained stars per week of the last year, oldest first; the last week is not over. */
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
  const answers = [newest, ...older].map(({ snapshot }) => snapshot)
  const weeks = answers.flatMap(({ data }) => data)
  return { ...combineFreshness(answers), data: weeks.slice(0, WEEKS_PER_YEAR).toReversed() }
}
