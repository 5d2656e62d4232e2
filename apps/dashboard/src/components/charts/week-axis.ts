/** A word below a chart, at the week it belongs to. */
type Tick = { index: number; text: string }

const dayAndMonth = new Intl.DateTimeFormat('en', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
})
const month = new Intl.DateTimeFormat('en', { month: 'short', timeZone: 'UTC' })

/** Names a week by the day on which it begins, by the calendar of UTC. */
export function weekLabel({ beginsAt }: { beginsAt: string }): string {
  return `Week of ${dayAndMonth.format(new Date(beginsAt))}`
}

/** Names the month of each quarter of a year of weeks, and the end. */
export function quarterTicks(weeks: readonly { beginsAt: string }[]): Tick[] {
  return weeks.flatMap(({ beginsAt }, index) => {
    if (index === weeks.length - 1) return [{ index, text: 'now' }]
    // Close to the end, a month's name would stand on "now".
    return index % 13 === 0 && index < weeks.length - 4
      ? [{ index, text: month.format(new Date(beginsAt)) }]
      : []
  })
}
