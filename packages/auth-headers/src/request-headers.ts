/**
 * A request's headers: `headersDistinct` of Node.js, its `headers`, or the `Headers` of the web.
 * Of a header that is sent twice Node's `headers` keeps the first and says nothing; the others tell.
 */
export type RequestHeaders =
  | { get(name: string): string | null }
  | Readonly<Record<string, string | readonly string[] | undefined>>

/** Every value of a header, in the order in which they came; its name is in lower case. */
export function valuesOf(headers: RequestHeaders, name: string): readonly string[] {
  const value = isWeb(headers) ? headers.get(name) : headers[name]
  if (value === null || value === undefined) return []
  return typeof value === 'string' ? [value] : value
}

/** The value of a header that may come once; undefined when it does not, or comes more than once. */
export function singleOf(headers: RequestHeaders, name: string): string | undefined {
  const values = valuesOf(headers, name)
  return values.length === 1 ? values[0] : undefined
}

function isWeb(headers: RequestHeaders): headers is { get(name: string): string | null } {
  return typeof headers.get === 'function'
}
