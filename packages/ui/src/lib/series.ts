import { formatUtcDay } from './format-utc.ts'

/** One label for each value, or the ISO date of the first of consecutive weeks or days. */
export type SeriesLabels = readonly string[] | { firstWeek: string } | { firstDay: string }

/** The values of a chart from left to right, and their labels. */
export type Series = { values: readonly number[]; labels: SeriesLabels }

const DAY_MS = 86_400_000

/** Returns the label of a value: its own, `Week of Nov 23, 2026`, or `Nov 23, 2026`. */
export function labelAt(labels: SeriesLabels, index: number): string {
  return `${'firstWeek' in labels ? 'Week of ' : ''}${startAt(labels, index)}`
}

/** Returns the label of a value; of a week its first day: `Nov 23, 2026`. */
export function startAt(labels: SeriesLabels, index: number): string {
  if ('firstWeek' in labels) return dayAfter(labels.firstWeek, index * 7)
  if ('firstDay' in labels) return dayAfter(labels.firstDay, index)
  return labels[index] ?? ''
}

function dayAfter(first: string, days: number): string {
  return formatUtcDay(new Date(Date.parse(first) + days * DAY_MS))
}
