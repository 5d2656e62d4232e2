export const secondsPerDay = 86_400

/** UTC midnight of the day of `now`, both in milliseconds. */
export function startOfDay(now: number): number {
  return now - (now % (secondsPerDay * 1000))
}

/** GitHub's way to write a moment: ISO 8601 in UTC without milliseconds. */
export function isoAgo(today: number, seconds: number): string {
  return `${new Date(today - Math.round(seconds) * 1000).toISOString().slice(0, 19)}Z`
}

/** 0 for Sunday, of the day that lies `daysAgo` before `today`. */
export function weekdayOf(today: number, daysAgo: number): number {
  return new Date(today - daysAgo * secondsPerDay * 1000).getUTCDay()
}

/** The Sunday that begins the week `weeksAgo` before this one, in Unix seconds. */
export function weekStart(today: number, weeksAgo: number): number {
  return today / 1000 - (weekdayOf(today, 0) + weeksAgo * 7) * secondsPerDay
}

/** How many weeks, this one included, a span of days before `today` touches. */
export function weeksTouched(today: number, days: number): number {
  return Math.ceil((days + 7 - weekdayOf(today, 0)) / 7)
}
