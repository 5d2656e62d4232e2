import { z } from 'zod'
import { weekStart } from './commit-activity.ts'
import { EMPTY_LIST, list } from './fields.ts'
import { toListSnapshot } from './pagination.ts'
import { type Read, SLOW_TTL, type Snapshot } from './read.ts'

/** Lines added and removed in a week that begins on Sunday at 00:00 UTC. */
export type CodeWeek = z.output<typeof week>

const week = z
  .tuple([weekStart, z.int().nonnegative(), z.int().nonpositive()], z.unknown())
  .transform(([beginsAt, added, removed]) => ({ beginsAt, added, removed: Math.abs(removed) }))

const schema = list(week)

/**
 * Gets the lines changed per week since the first commit, oldest first; null for repositories with 10,000
 * commits or more, for which GitHub computes none. Partial without a week that cannot be read.
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
    on204: EMPTY_LIST,
    on409Or422: null,
  })
  const { data, ...freshness } = snapshot
  return data === null ? { ...freshness, data } : toListSnapshot({ ...freshness, data })
}
