/**
 * Headers by name, as Node, `Headers`, a `Map` and this package's own `CacheHeaders` have them. Names
 * are compared without regard to case.
 */
export type HeaderValues =
  | { readonly [name: string]: string | number | readonly string[] | undefined }
  | Iterable<readonly [string, string]>

/** Gives the lines of a header, in their order. */
export function linesOf(headers: HeaderValues, name: string): string[] {
  const wanted = name.toLowerCase()
  const pairs = isIterable(headers) ? [...headers] : Object.entries(headers)
  return pairs.flatMap(([given, value]) => {
    if (given.toLowerCase() !== wanted || value === undefined) return []
    return typeof value === 'object' ? [...value] : [String(value)]
  })
}

/** Gives the members of a header that is a list of names, in lower case (RFC 9110 §5.6.1). */
export function namesIn(headers: HeaderValues, name: string): string[] {
  const members = linesOf(headers, name).flatMap((line) => line.split(','))
  return members.map((member) => member.trim().toLowerCase()).filter((member) => member !== '')
}

function isIterable(headers: HeaderValues): headers is Iterable<readonly [string, string]> {
  return Symbol.iterator in headers
}
