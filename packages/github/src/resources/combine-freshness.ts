import type { Snapshot } from './read.ts'

/** What several answers say of their age as one: the oldest time, and the worst of their states. */
export function combineFreshness(
  answers: readonly Snapshot<unknown>[],
): Omit<Snapshot<never>, 'data'> {
  const asOf = answers.map((answer) => answer.asOf).toSorted()[0] ?? ''
  const stale = answers.filter((answer) => answer.stale !== undefined)
  const failing = stale.filter((answer) => answer.stale === 'upstream-error')
  const until = failing
    .flatMap((answer) => answer.until ?? [])
    .toSorted()
    .at(-1)
  return {
    asOf,
    ...(stale.length > 0 && { stale: failing.length > 0 ? 'upstream-error' : 'revalidating' }),
    ...(answers.some((answer) => answer.partial) && { partial: true }),
    ...(until !== undefined && { until }),
  }
}
