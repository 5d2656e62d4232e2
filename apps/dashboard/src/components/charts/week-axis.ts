import type { Series } from '@repo/ui/bar-plot'

/** A label below a chart, by the index of its week. */
type Tick = { index: number; text: string }
type Week = { beginsAt: string }

const WEEK_MS = 604_800_000
const DAY_MS = 86_400_000
const DAYS = [0, 1, 2, 3, 4, 5, 6]

const day = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeZone: 'UTC' })
const month = new Intl.DateTimeFormat('en', { month: 'short', timeZone: 'UTC' })

/** Labels weeks by their first day, in UTC; for consecutive weeks, the first label is enough. */
export function labelWeeks(weeks: readonly Week[]): Series['labels'] {
  const starts = weeks.map(({ beginsAt }) => Date.parse(beginsAt))
  const [first = 0] = starts
  const areConsecutive = starts.every((start, index) => start === first + index * WEEK_MS)
  return areConsecutive
    ? { firstWeek: new Date(first).toISOString() }
    : starts.map((start) => `Week of ${day.format(start)}`)
}

/** Labels the days of consecutive weeks, or of each week that has seven. */
export function labelDays(weeks: readonly Week[]): Series['labels'] {
  const starts = weeks.map(({ beginsAt }) => Date.parse(beginsAt))
  const labels = labelWeeks(weeks)
  return 'firstWeek' in labels
    ? { firstDay: labels.firstWeek }
    : starts.flatMap((start) => DAYS.map((index) => day.format(start + index * DAY_MS)))
}

/** Creates a tick with the month every 13 weeks or so, and one at the end. */
export function createQuarterTicks(weeks: readonly Week[], everyWeeks = 13): Tick[] {
  return weeks.flatMap(({ beginsAt }, index) => {
    if (index === weeks.length - 1) return [{ index, text: 'now' }]
    // Close to the end, the name of a month would overlap "now".
    return index % everyWeeks === 0 && index < weeks.length - 4
      ? [{ index, text: month.format(new Date(beginsAt)) }]
      : []
  })
}
