import type { Panel } from '@repo/github'
import type { Overview } from './repo-overview.tsx'

/** How old a column is, and what GitHub still owes it. */
export type OverviewAge = {
  /** ISO 8601 time at which GitHub confirmed the oldest part. */
  asOf: string
  /** GitHub has failed to confirm a part anew. */
  failing: boolean
  /** ISO 8601 time until which GitHub asks us to wait with a part; null where it does not ask. */
  until: string | null
  /** GitHub is still counting for a part. */
  computing: boolean
}

/** Works out the age of a column from the parts of the overview that it shows. */
export function overviewAge(overview: Overview): OverviewAge {
  const { age, openPulls, commits, stars, languages, report } = overview
  const parts = [openPulls, commits, stars, languages, ...reportedIn(overview)]
  const untils = [age, ...parts, ...report].flatMap((part) =>
    'until' in part && part.until !== undefined ? [part.until] : [],
  )
  return {
    asOf: oldestOf(age.asOf, parts),
    failing:
      age.stale === 'upstream-error' ||
      parts.some((part) => part.state === 'stale' && part.reason === 'upstream-error'),
    until: untils.toSorted().at(-1) ?? null,
    computing: parts.some(({ state }) => state === 'computing'),
  }
}

/** The parts of an overview of which its report card speaks. */
export function reportedIn(overview: Overview): Panel<unknown>[] {
  const { release, cadence, unreleased, contributors, community } = overview
  return [release, cadence, unreleased, contributors, community]
}

/** The oldest of a time and of those at which GitHub confirmed some parts. */
export function oldestOf(asOf: string, parts: readonly Panel<unknown>[]): string {
  return parts.reduce(
    (oldest, part) => ('data' in part && part.asOf < oldest ? part.asOf : oldest),
    asOf,
  )
}
