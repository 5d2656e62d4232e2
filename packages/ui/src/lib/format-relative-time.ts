const UNITS = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const satisfies readonly (readonly [Intl.RelativeTimeFormatUnit, number])[]

const format = new Intl.RelativeTimeFormat('en')

/**
 * Formats the time since `date` in the largest full unit: `12 minutes ago`. `now` is in milliseconds. A
 * date in the future is `1 second ago`, because the visitor's clock may be slow.
 */
export function formatRelativeTime(date: Date, now: number): string {
  const seconds = Math.max(1, Math.round((now - date.getTime()) / 1000))
  const [unit, size] = UNITS.find(([, size]) => seconds >= size) ?? (['second', 1] as const)
  return format.format(-Math.trunc(seconds / size), unit)
}
