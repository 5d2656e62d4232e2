/**
 * A request's headers: `headersDistinct` or `headers` of Node.js, or the web's `Headers`. Prefer
 * `headersDistinct`: `headers` silently drops the second of two Authorization headers.
 */
export type RequestHeaders =
  | { get(name: string): string | null }
  | Readonly<Record<string, string | readonly string[] | undefined>>

/** Returns every value of a header, in order; `name` is lower case. */
export function getHeaderValues(headers: RequestHeaders, name: string): readonly string[] {
  const value = isWebHeaders(headers) ? headers.get(name) : headers[name]
  if (value === null || value === undefined) return []
  return typeof value === 'string' ? [value] : value
}

/** Returns the value of a header that is sent exactly once, otherwise undefined. */
export function getSingleValue(headers: RequestHeaders, name: string): string | undefined {
  const values = getHeaderValues(headers, name)
  return values.length === 1 ? values[0] : undefined
}

function isWebHeaders(headers: RequestHeaders): headers is { get(name: string): string | null } {
  return typeof headers.get === 'function'
}
