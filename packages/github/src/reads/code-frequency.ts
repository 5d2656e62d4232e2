import { z } from 'zod'
import { type Dated, type Read, slowly } from '../reader.ts'
import { weekBegins } from './commit-activity.ts'

/** Lines that were added and removed in a week that begins on a Sunday at 00:00 UTC. */
export type CodeWeek = z.output<typeof week>

const weeksOfYear = 52

const week = z
  .tuple([weekBegins, z.int().nonnegative(), z.int().nonpositive()])
  .transform(([beginsAt, added, removed]) => ({ beginsAt, added, removed: Math.abs(removed) }))

const shape = z.array(week).transform((weeks) => weeks.slice(-weeksOfYear))

/**
 * Lines per week of the last year, oldest first; null for a repository of ten thousand commits or
 * more, for which GitHub counts none.
 * @throws GitHubError of kind `computing` while GitHub counts.
 */
export async function codeFrequency(
  read: Read,
  owner: string,
  repo: string,
): Promise<Dated<CodeWeek[] | null>> {
  const { dated } = await read({
    route: 'GET /repos/{owner}/{repo}/stats/code_frequency',
    params: { owner, repo },
    shape,
    optional: true,
    keep: slowly,
    whenEmpty: [],
    whenRefused: null,
  })
  return dated
}
