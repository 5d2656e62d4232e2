import type { Snapshot } from './read.ts'

/** Combines the freshness of several snapshots: the oldest time and the worst state. */
export function combineFreshness(
  snapshots: readonly Snapshot<unknown>[],
): Omit<Snapshot<never>, 'data'> {
  const asOf = snapshots.map((snapshot) => snapshot.asOf).toSorted()[0] ?? ''
  const stale = snapshots.filter((snapshot) => snapshot.stale !== undefined)
  const failing = stale.filter((snapshot) => snapshot.stale === 'upstream-error')
  const until = failing
    .flatMap((snapshot) => snapshot.until ?? [])
    .toSorted()
    .at(-1)
  return {
    asOf,
    ...(stale.length > 0 && { stale: failing.length > 0 ? 'upstream-error' : 'revalidating' }),
    ...(snapshots.some((snapshot) => snapshot.partial) && { partial: true }),
    ...(until !== undefined && { until }),
  }
}
