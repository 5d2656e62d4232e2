import { z } from 'zod'
import { count, EMPTY_LIST, list, orNull } from './fields.ts'
import { toListSnapshot } from './pagination.ts'
import { type Read, SLOW_TTL, type Snapshot } from './read.ts'

/** Commits of a week that begins on Sunday at 00:00 UTC, in total and per day; no days if unknown. */
export type Week = { beginsAt: string; commits: number; days: number[] }

// The largest time that a Date can hold.
const MAX_DATE_SECONDS = 8_640_000_000_000

/** The start of a week, which GitHub returns in seconds since 1970. */
export const weekStart = z
  .int()
  .nonnegative()
  .max(MAX_DATE_SECONDS)
  .transform((seconds) => new Date(seconds * 1000).toISOString())

const week = z
  .object({
    week: weekStart,
    total: count,
    days: orNull(z.array(z.int().nonnegative()).length(7)),
  })
  .refine(({ total, days }) => total !== null || days !== null)
  .transform(({ week, total, days }) => ({
    beginsAt: week,
    commits: total ?? sum(days ?? []),
    days: days ?? [],
  }))

/**
 * Gets the commits per week on the default branch in the past year, oldest first. The last week is
 * in progress. Partial without a week that cannot be read.
 * @throws GitHubError of kind `computing` while GitHub computes the statistics.
 */
export async function getCommitActivity(
  read: Read,
  owner: string,
  repo: string,
): Promise<Snapshot<Week[]>> {
  const route = 'GET /repos/{owner}/{repo}/stats/commit_activity'
  const schema = list(week)
  const { snapshot } = await read({
    route,
    params: { owner, repo },
    schema,
    ttl: SLOW_TTL,
    on204: EMPTY_LIST,
  })
  return toListSnapshot(snapshot)
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
