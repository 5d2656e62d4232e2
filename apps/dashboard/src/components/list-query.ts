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

/** The order that an address asks for, or the first of those that there are. */
export function sortFrom<Sort extends string>(
  query: ParsedUrlQuery,
  sorts: readonly [{ sort: Sort }, ...{ sort: Sort }[]],
): Sort {
  const asked = single(query, 'sort')
  return (sorts.find(({ sort }) => sort === asked) ?? sorts[0]).sort
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
