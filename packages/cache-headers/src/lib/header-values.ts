/**
 * Header values by case-insensitive name: Node.js header objects, `Headers`, a `Map` or this
 * package's `CacheHeaders`.
 */
export type HeaderValues =
  | { readonly [name: string]: string | number | readonly string[] | undefined }
  | Iterable<readonly [string, string]>

/** The lines of a header, in order. */
export function headerLines(headers: HeaderValues, name: string): string[] {
  const lowerCaseName = name.toLowerCase()
  const pairs = isIterable(headers) ? [...headers] : Object.entries(headers)
  return pairs.flatMap(([key, value]) => {
    if (key.toLowerCase() !== lowerCaseName || value === undefined) return []
    return typeof value === 'object' ? [...value] : [String(value)]
  })
}

/** The members of a list header, in lower case (RFC 9110 §5.6.1). */
export function listMembers(headers: HeaderValues, name: string): string[] {
  const members = headerLines(headers, name).flatMap((line) => line.split(','))
  return members.map((member) => member.trim().toLowerCase()).filter((member) => member !== '')
}

function isIterable(headers: HeaderValues): headers is Iterable<readonly [string, string]> {
  return Symbol.iterator in headers
}
