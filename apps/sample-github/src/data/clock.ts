export const secondsPerDay = 86_400
export const secondsPerWeek = 7 * secondsPerDay

/** UTC midnight of the day of `now`, both in milliseconds since 1970. */
export function startOfDay(now: number): number {
  return now - (now % (secondsPerDay * 1000))
}

/** GitHub's date format: ISO 8601 in UTC without milliseconds. */
export function isoDate(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`
}

export function isoAgo(today: number, seconds: number): string {
  return isoDate(today - Math.round(seconds) * 1000)
}

/** The date of an HTTP header (RFC 9110, section 5.6.7). */
export function httpDateAgo(today: number, seconds: number): string {
  return new Date(today - Math.round(seconds) * 1000).toUTCString()
}

/** Milliseconds since 1970 of an ISO date or date-time, in UTC unless it has a zone; NaN for other text. */
export function parseDate(text: string): number {
  const hasZone = !text.includes('T') || /(?:Z|[+-]\d{2}:\d{2})$/.test(text)
  return Date.parse(hasZone ? text : `${text}Z`)
}

/** 0 for Sunday. */
export function weekdayOf(today: number): number {
  return new Date(today).getUTCDay()
}

/** Unix seconds of the Sunday that begins a week; week 0 is the current one. */
export function weekStart(today: number, weeksAgo: number): number {
  return today / 1000 - weekdayOf(today) * secondsPerDay - weeksAgo * secondsPerWeek
}
