import type { Panel } from '@repo/github'
import type { RepoDetails } from './repo-overview.tsx'

/** The age of an overview's data, and what it waits for. */
export type OverviewAge = {
  /** ISO 8601 time at which GitHub confirmed the oldest part. */
  asOf: string
  /** GitHub failed to revalidate a part. */
  isFailing: boolean
  /** ISO 8601 time until which the rate limit delays a part; null when none is delayed. */
  until: string | null
  /** GitHub is computing a part. */
  isComputing: boolean
}

/** Computes the age of an overview from its parts. */
export function overviewAge(overview: RepoDetails): OverviewAge {
  const { age, openPulls, commits, stars, languages, report } = overview
  const parts = [openPulls, commits, stars, languages, ...reportPanels(overview)]
  const rateLimitEnds = [age, ...parts, ...report.lines].flatMap((part) =>
    'until' in part && part.until !== undefined ? [part.until] : [],
  )
  return {
    asOf: oldestOf(age.asOf, parts),
    isFailing:
      age.stale === 'upstream-error' ||
      parts.some((part) => part.state === 'stale' && part.reason === 'upstream-error'),
    until: rateLimitEnds.toSorted().at(-1) ?? null,
    isComputing: parts.some(({ state }) => state === 'computing'),
  }
}

/** The panels that an overview's report card summarizes. */
export function reportPanels(overview: RepoDetails): Panel<unknown>[] {
  const { release, cadence, unreleased, contributors, community } = overview
  return [release, cadence, unreleased, contributors, community]
}

/** The oldest of a date and of the dates at which GitHub confirmed panels. */
export function oldestOf(asOf: string, parts: readonly Panel<unknown>[]): string {
  return parts.reduce(
    (oldest, part) => ('data' in part && part.asOf < oldest ? part.asOf : oldest),
    asOf,
  )
}
