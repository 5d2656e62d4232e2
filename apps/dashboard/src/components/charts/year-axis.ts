/** A label below a chart, by the index of its month. */
type Tick = { index: number; text: string }

const MAX_YEAR_TICKS = 6

const month = new Intl.DateTimeFormat('en', { month: 'short', year: 'numeric', timeZone: 'UTC' })

/** Counts the months up to an ISO date, in UTC. */
export function monthOf(date: string): number {
  return 12 * Number(date.slice(0, 4)) + Number(date.slice(5, 7)) - 1
}

/** Labels consecutive months, such as `Nov 2026`. */
export function labelMonths(start: number, count: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    const current = start + index
    return month.format(Date.UTC(Math.floor(current / 12), current % 12))
  })
}

/** Creates a tick in January of every year, or of every few years, and one at the end. */
export function createYearTicks(start: number, count: number): Tick[] {
  const everyMonths = 12 * Math.ceil(count / 12 / MAX_YEAR_TICKS)
  return Array.from({ length: count }, (_, index) => index).flatMap((index) => {
    if (index === count - 1) return [{ index, text: 'now' }]
    // Close to the end, a year would overlap "now".
    const isTick = (start + index) % everyMonths === 0 && index < count * 0.92
    return isTick ? [{ index, text: String((start + index) / 12) }] : []
  })
}
