import type { Panel, Snapshot } from '@repo/github'
import { type Age, ageOf } from '#components/panel/age.tsx'
import { combineAges } from '#components/panel/combine-ages.ts'
import type { BoardRow, Cell } from './board-row.ts'

/** Computes the age of a row from its repository and its reads. */
export function rowAge(
  snapshot: Snapshot<unknown>,
  panels: readonly (Panel<unknown> | null)[],
): Age {
  const age = ageOf(snapshot)
  return (
    combineAges(
      age,
      panels.flatMap((panel) => panel ?? []),
    ) ?? age
  )
}

/** Combines the ages of the rows: the oldest date, and the worst state. */
export function boardAge(rows: readonly BoardRow[]): Age | undefined {
  const ages = rows.flatMap((row) => ('age' in row ? row.age : []))
  const oldest = ages.toSorted((a, b) => (a.asOf < b.asOf ? -1 : 1))[0]
  if (oldest === undefined) return undefined
  const stale =
    ages.find((age) => age.stale === 'upstream-error') ??
    ages.find((age) => age.stale !== undefined)
  return {
    asOf: oldest.asOf,
    ...(stale?.stale && { stale: stale.stale }),
    ...(stale?.until !== undefined && { until: stale.until }),
  }
}

/** Why a board lacks cells: the page did not wait for them, or the rate limit is reached. */
export type BoardGaps = {
  isLoading: boolean
  /** ISO 8601 time until which the rate limit lasts; null if it is not reached. */
  rateLimitedUntil: string | null
}

/** Finds out why a board lacks cells. */
export function boardGaps(rows: readonly BoardRow[]): BoardGaps {
  const cells = rows.flatMap((row): Cell<unknown>[] => {
    if ('failure' in row) return [row.failure]
    return 'cells' in row ? Object.values(row.cells) : []
  })
  const times = cells.flatMap((cell) =>
    'state' in cell && cell.state === 'rate-limited' ? cell.until : [],
  )
  return {
    isLoading: cells.some((cell) => 'state' in cell && cell.state === 'overloaded'),
    rateLimitedUntil: times.toSorted().at(-1) ?? null,
  }
}
