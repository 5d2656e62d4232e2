/** A label below a chart, by the index of its week. */
type Tick = { index: number; text: string }

const dayAndMonth = new Intl.DateTimeFormat('en', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
})
const month = new Intl.DateTimeFormat('en', { month: 'short', timeZone: 'UTC' })

/** Formats a week as its first day, in UTC. */
export function formatWeek({ beginsAt }: { beginsAt: string }): string {
  return `Week of ${dayAndMonth.format(new Date(beginsAt))}`
}

/** Creates a tick with the month every 13 weeks, and one at the end. */
export function createQuarterTicks(weeks: readonly { beginsAt: string }[]): Tick[] {
  return weeks.flatMap(({ beginsAt }, index) => {
    if (index === weeks.length - 1) return [{ index, text: 'now' }]
    // Close to the end, the name of a month would overlap "now".
    return index % 13 === 0 && index < weeks.length - 4
      ? [{ index, text: month.format(new Date(beginsAt)) }]
      : []
  })
}
