import type { CacheControl } from './cache-control.ts'
import { type HeaderValues, headerLines } from './header-values.ts'
import { effectiveDirectives } from './targeted-field.ts'

type FreshnessOptions = {
  /** The cache's target list, nearest first (RFC 9213 §2.2); empty by default. */
  targets?: readonly string[]
  /** When the cache received the response; now by default. */
  receivedAt?: Date
}

/**
 * Returns for how many seconds a shared cache may serve a response that it has just received
 * without revalidating (RFC 9111 §4.2). Uses no heuristics; malformed headers make the response
 * stale (0).
 */
export function remainingFreshSeconds(
  headers: HeaderValues,
  { targets = [], receivedAt = new Date() }: FreshnessOptions = {},
): number {
  const { field, control } = effectiveDirectives(headers, targets)
  if (control['no-store'] || control['no-cache'] || control.private) return 0

  const lifetime =
    sharedLifetime(control) ??
    (field === 'Cache-Control' ? lifetimeFromExpires(headers, receivedAt) : 0)
  return Math.max(0, (lifetime ?? 0) - currentAge(headers, receivedAt))
}

/** The lifetime for a shared cache, in seconds; undefined if no directive states one. */
export function sharedLifetime(control: CacheControl): number | undefined {
  return control['s-maxage'] ?? control['max-age']
}

/**
 * The seconds from `Date`, or from `receivedAt` without one, to `Expires` (RFC 9111 §5.3);
 * undefined without `Expires`.
 */
export function lifetimeFromExpires(headers: HeaderValues, receivedAt: Date): number | undefined {
  if (headerLines(headers, 'Expires').length === 0) return undefined
  const expires = parseDateHeader(headers, 'Expires')
  const sent =
    headerLines(headers, 'Date').length > 0
      ? parseDateHeader(headers, 'Date')
      : receivedAt.getTime()
  return Math.max(0, (expires - sent) / 1000) || 0
}

/** The timestamp of a header that is exactly one date, in milliseconds, or NaN (RFC 9110 §5.6.7). */
export function parseDateHeader(headers: HeaderValues, name: string): number {
  const [date = '', ...others] = headerLines(headers, name)
  // Date.parse accepts much more, for example "9999".
  const isDate = /^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/.test(date)
  return isDate && others.length === 0 ? Date.parse(date) : Number.NaN
}

// RFC 9111 §4.2.3, without response_delay.
function currentAge(headers: HeaderValues, receivedAt: Date): number {
  const lines = headerLines(headers, 'Age')
  const [ageValue = '0'] = lines
  if (lines.length > 1 || !/^\d+$/.test(ageValue)) return Number.POSITIVE_INFINITY
  const apparent = (receivedAt.getTime() - parseDateHeader(headers, 'Date')) / 1000
  return Math.max(apparent || 0, Number(ageValue))
}
