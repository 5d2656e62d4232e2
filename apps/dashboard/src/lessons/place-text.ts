/** The English name of a country by its code; worked out on the server, for browsers differ. */
export function countryName(country: string | null): string {
  if (country === null) return 'unknown'
  return new Intl.DisplayNames('en', { type: 'region' }).of(country) ?? country
}

/** The time of day in a time zone that there is. */
export function timeIn(timeZone: string | null, now: Date): string {
  if (timeZone === null) return 'unknown'
  return new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone }).format(now)
}
