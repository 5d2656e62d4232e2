import { z } from 'zod'
import { type Read, SLOW_TTL, type Snapshot } from './read.ts'

/** Commits per week in the last 52 weeks, oldest first: of all contributors, and of the owner. */
export type Participation = z.output<typeof schema>

const weeks = z.array(z.int().nonnegative())
const schema = z.object({ all: weeks, owner: weeks })

/** Gets the weekly commits of the owner and of all contributors in the past year. */
export async function getParticipation(
  read: Read,
  owner: string,
  repo: string,
): Promise<Snapshot<Participation>> {
  const { snapshot } = await read({
    route: 'GET /repos/{owner}/{repo}/stats/participation',
    params: { owner, repo },
    schema,
    isOptional: true,
    ttl: SLOW_TTL,
    on204: { all: [], owner: [] },
  })
  return snapshot
}
