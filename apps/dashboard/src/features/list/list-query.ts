import type { ParsedUrlQuery } from 'node:querystring'

/** The single value of a search parameter; the first one where it is repeated. */
export function single(query: ParsedUrlQuery, name: string): string | undefined {
  const value = query[name]
  return Array.isArray(value) ? value[0] : value
}

/** A page number from 1; what is no such number is the first page, as at GitHub. */
export function pageFrom(query: ParsedUrlQuery, lastPage = 10_000): number {
  const page = single(query, 'page') ?? ''
  return /^[1-9]\d{0,5}$/.test(page) ? Math.min(Number(page), lastPage) : 1
}

/** A value out of a list of names, or the first of them. */
export function choiceFrom<const Names extends readonly [string, ...string[]]>(
  query: ParsedUrlQuery,
  name: string,
  names: Names,
): Names[number] {
  const value = single(query, name)
  return names.find((known) => known === value) ?? names[0]
}

/** An address with those search parameters that are not their defaults. */
export function withSearch(
  path: string,
  search: Record<string, string | number | undefined>,
): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(search)) {
    if (value !== undefined) params.set(name, String(value))
  }
  return params.size > 0 ? `${path}?${params}` : path
}
