import { type HeaderValues, linesOf } from './header-lines.ts'
import { sharedLifetime } from './stricter.ts'
import { effectiveDirectives } from './targeted.ts'

type Circumstances = {
  /** Names of the targeted fields that the cache knows (RFC 9213 §2.2); none when left out. */
  targets?: readonly string[]
  /** The time at which the response arrived. */
  receivedAt?: Date
}

/**
 * Gives for how many seconds a shared cache may answer with a response that has just arrived, without
 * asking (RFC 9111 §4.2). What nothing says is 0: there are no heuristics. What cannot be read counts
 * as stale.
 */
export function remainingFreshSeconds(
  headers: HeaderValues,
  { targets = [], receivedAt = new Date() }: Circumstances = {},
): number {
  const { field, control } = effectiveDirectives(headers, targets)
  if (control['no-store'] || control['no-cache'] || control.private) return 0

  const lifetime =
    sharedLifetime(control) ?? (field === 'Cache-Control' ? expiresAfter(headers, receivedAt) : 0)
  return Math.max(0, (lifetime ?? 0) - age(headers, receivedAt))
}

/**
 * Gives the seconds from `Date`, or else from the time given, to `Expires` (RFC 9111 §5.3); undefined
 * where there is no `Expires`.
 */
export function expiresAfter(headers: HeaderValues, receivedAt: Date): number | undefined {
  if (linesOf(headers, 'Expires').length === 0) return undefined
  const expires = dateOf(headers, 'Expires')
  const sent = linesOf(headers, 'Date').length > 0 ? dateOf(headers, 'Date') : receivedAt.getTime()
  return Math.max(0, (expires - sent) / 1000) || 0
}

/** Gives the time of a header that is one date, in milliseconds, else NaN (RFC 9110 §5.6.7). */
export function dateOf(headers: HeaderValues, name: string): number {
  const [date = '', ...others] = linesOf(headers, name)
  // Date.parse alone reads much more, "9999" for one.
  const isDate = /^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/.test(date)
  return isDate && others.length === 0 ? Date.parse(date) : Number.NaN
}

// RFC 9111 §4.2.3, without the time that the request took.
function age(headers: HeaderValues, receivedAt: Date): number {
  const lines = linesOf(headers, 'Age')
  const [given = '0'] = lines
  if (lines.length > 1 || !/^\d+$/.test(given)) return Number.POSITIVE_INFINITY
  const apparent = (receivedAt.getTime() - dateOf(headers, 'Date')) / 1000
  return Math.max(apparent || 0, Number(given))
}
