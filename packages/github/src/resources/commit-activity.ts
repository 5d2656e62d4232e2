import { z } from 'zod'
import { type Read, SLOW_TTL, type Snapshot } from './read.ts'

/** Commits of a week that begins on a Sunday at 00:00 UTC, and of its seven days. */
export type Week = { beginsAt: string; commits: number; days: number[] }

// The last second that a Date can hold.
const MAX_DATE_SECONDS = 8_640_000_000_000

/** The beginning of a week, which GitHub gives in seconds. */
export const weekStart = z
  .int()
  .nonnegative()
  .max(MAX_DATE_SECONDS)
  .transform((seconds) => new Date(seconds * 1000).toISOString())

const week = z
  .object({
    week: weekStart,
    total: z.int().nonnegative(),
    days: z.array(z.int().nonnegative()).length(7),
  })
  .transform((body) => ({ beginsAt: body.week, commits: body.total, days: body.days }))

/**
 * Commits per week of the last year on the default branch, oldest first; the last week is not over.
 * @throws GitHubError of kind `computing` while GitHub counts.
 */
export async function getCommitActivity(
  read: Read,
  owner: string,
  repo: string,
): Promise<Snapshot<Week[]>> {
  const route = 'GET /repos/{owner}/{repo}/stats/commit_activity'
  const schema = z.array(week)
  const { snapshot } = await read({
    route,
    params: { owner, repo },
    schema,
    ttl: SLOW_TTL,
    on204: [],
  })
  return snapshot
}
