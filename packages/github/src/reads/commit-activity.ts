import { z } from 'zod'
import { type Dated, type Read, slowly } from '../reader.ts'

/** Commits of a week that begins on a Sunday at 00:00 UTC, and of its seven days. */
export type Week = { beginsAt: string; commits: number; days: number[] }

// The last second that a Date can hold.
const lastSecond = 8_640_000_000_000

/** The beginning of a week, which GitHub gives in seconds. */
export const weekBegins = z
  .int()
  .nonnegative()
  .max(lastSecond)
  .transform((seconds) => new Date(seconds * 1000).toISOString())

const week = z
  .object({
    week: weekBegins,
    total: z.int().nonnegative(),
    days: z.array(z.int().nonnegative()).length(7),
  })
  .transform((body) => ({ beginsAt: body.week, commits: body.total, days: body.days }))

/**
 * Commits per week of the last year on the default branch, oldest first; the last week is not over.
 * @throws GitHubError of kind `computing` while GitHub counts.
 */
export async function commitActivity(
  read: Read,
  owner: string,
  repo: string,
): Promise<Dated<Week[]>> {
  const route = 'GET /repos/{owner}/{repo}/stats/commit_activity'
  const shape = z.array(week)
  const { dated } = await read({
    route,
    params: { owner, repo },
    shape,
    keep: slowly,
    whenEmpty: [],
  })
  return dated
}
