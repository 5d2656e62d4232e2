import { z } from 'zod'
import { type Dated, type Read, slowly } from '../reader.ts'

/** Commits of a week that begins on a Sunday at 00:00 UTC. */
export type Week = { beginsAt: string; commits: number }

// The last second that a Date can hold.
const lastSecond = 8_640_000_000_000

const week = z
  .object({ week: z.int().nonnegative().max(lastSecond), total: z.int().nonnegative() })
  .transform((body) => ({
    beginsAt: new Date(body.week * 1000).toISOString(),
    commits: body.total,
  }))

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
