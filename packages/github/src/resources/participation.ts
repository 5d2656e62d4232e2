import { z } from 'zod'
import { count, EMPTY_LIST } from './fields.ts'
import { type Read, SLOW_TTL, type Snapshot } from './read.ts'

/** Commits per week in the last 52 weeks, oldest first: of all contributors, and of the owner. */
export type Participation = { all: number[]; owner: number[] }

// The place in the list says which week it is: an unreadable number stays there as zero.
const weeks = z.array(count).transform((counts) => ({
  items: counts.map((value) => value ?? 0),
  isComplete: !counts.includes(null),
}))
const schema = z.object({ all: weeks, owner: weeks })

/**
 * Gets the weekly commits of the owner and of all contributors in the past year; partial if some
 * could not be read, which count as zero.
 */
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
    on204: { all: EMPTY_LIST, owner: EMPTY_LIST },
  })
  const { all, owner: ownerWeeks } = snapshot.data
  return {
    ...snapshot,
    data: { all: all.items, owner: ownerWeeks.items },
    ...(!(all.isComplete && ownerWeeks.isComplete) && { partial: true }),
  }
}
