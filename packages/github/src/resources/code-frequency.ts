import { z } from 'zod'
import { weekStart } from './commit-activity.ts'
import { type Read, SLOW_TTL, type Snapshot } from './read.ts'

/** Lines added and removed in a week that begins on Sunday at 00:00 UTC. */
export type CodeWeek = z.output<typeof week>

const WEEKS_PER_YEAR = 52

const week = z
  .tuple([weekStart, z.int().nonnegative(), z.int().nonpositive()])
  .transform(([beginsAt, added, removed]) => ({ beginsAt, added, removed: Math.abs(removed) }))

const schema = z.array(week).transform((weeks) => weeks.slice(-WEEKS_PER_YEAR))

/**
 * Gets the lines changed per week in the past year, oldest first; null for repositories with 10,000
 * commits or more, for which GitHub computes none.
 * @throws GitHubError of kind `computing` while GitHub computes the statistics.
 */
export async function getCodeFrequency(
  read: Read,
  owner: string,
  repo: string,
): Promise<Snapshot<CodeWeek[] | null>> {
  const { snapshot } = await read({
    route: 'GET /repos/{owner}/{repo}/stats/code_frequency',
    params: { owner, repo },
    schema,
    isOptional: true,
    ttl: SLOW_TTL,
    on204: [],
    on409Or422: null,
  })
  return snapshot
}
