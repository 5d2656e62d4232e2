import { z } from 'zod'
import type { Dated, Read } from '../reader.ts'
import { slowly } from '../reader.ts'
import { weekBegins } from './commit-activity.ts'
import { ageOfAll } from './together.ts'

/** Stars that were given in a week from Sunday 00:00 UTC on, and have not been taken back since. */
export type StarWeek = z.output<typeof week>

// GitHub gives no more on a page, so a year takes two.
const perPage = 30
const weeksOfYear = 52

const week = z
  .object({ week: weekBegins, total: z.int().nonnegative() })
  .transform((body) => ({ beginsAt: body.week, stars: body.total }))

/** Retained stars per week of the last year, oldest first; the last week is not over. */
export async function starHistory(
  read: Read,
  owner: string,
  repo: string,
): Promise<Dated<StarWeek[]>> {
  const pageOf = (page: number) =>
    read({
      route: 'GET /repos/{owner}/{repo}/stargazers/history',
      params: { owner, repo, per_page: perPage, page },
      shape: z.array(week),
      optional: true,
      keep: slowly,
    })
  const newest = await pageOf(1)
  const older = newest.pages.next === undefined ? [] : [await pageOf(2)]
  const answers = [newest, ...older].map(({ dated }) => dated)
  const weeks = answers.flatMap(({ data }) => data)
  return { ...ageOfAll(answers), data: weeks.slice(0, weeksOfYear).toReversed() }
}
