const UNITS = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const satisfies readonly (readonly [Intl.RelativeTimeFormatUnit, number])[]

type Unit = (typeof UNITS)[number][0] | 'second'

const numeric = new Intl.RelativeTimeFormat('en', { numeric: 'always' })
const auto = new Intl.RelativeTimeFormat('en', { numeric: 'auto' })

/**
 * Formats the time since `date` in the largest full unit: `12 minutes ago`, `last week`. `now` is in
 * milliseconds. A date in the future is `now`, because the visitor's clock may be slow.
 */
export function formatRelativeTime(date: Date, now: number): string {
  const seconds = Math.max(0, Math.round((now - date.getTime()) / 1000))
  const [unit, size] = UNITS.find(([, size]) => seconds >= size) ?? (['second', 1] as const)
  const count = Math.trunc(seconds / size)
  const format = hasPhrase(unit, count, date, new Date(now)) ? auto : numeric
  return format.format(-count, unit)
}

/** Whether a phrase such as "last year" is correct for the count in the visitor's calendar. */
function hasPhrase(unit: Unit, count: number, date: Date, now: Date): boolean {
  if (count !== 1) return count === 0
  const years = now.getFullYear() - date.getFullYear()
  if (unit === 'year') return years === 1
  if (unit === 'month') return years * 12 + now.getMonth() - date.getMonth() === 1
  // One full day may be 47 hours, which is not "yesterday".
  return unit === 'week'
}
