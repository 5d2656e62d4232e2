import { formatUtcDay } from './format-utc.ts'

/** One label for each value, or the ISO date of the first of consecutive weeks. */
export type SeriesLabels = readonly string[] | { firstWeek: string }

/** The values of a chart from left to right, and their labels. */
export type Series = { values: readonly number[]; labels: SeriesLabels }

const WEEK_MS = 604_800_000

/** Returns the label of a value: its own, or `Week of Nov 23, 2026`. */
export function labelAt(labels: SeriesLabels, index: number): string {
  return 'firstWeek' in labels ? `Week of ${dayAt(labels, index)}` : (labels[index] ?? '')
}

/** Returns the first day of a week: `Nov 23, 2026`. */
export function dayAt({ firstWeek }: { firstWeek: string }, index: number): string {
  return formatUtcDay(new Date(Date.parse(firstWeek) + index * WEEK_MS))
}
