import type { ParsedUrlQuery } from 'node:querystring'

/** The value of a search parameter; the first when it is repeated. */
export function single(query: ParsedUrlQuery, name: string): string | undefined {
  const value = query[name]
  return Array.isArray(value) ? value[0] : value
}

/** The page number, from 1; anything invalid is the first page, as on GitHub. */
export function pageFrom(query: ParsedUrlQuery, lastPage = 10_000): number {
  const page = single(query, 'page') ?? ''
  return /^[1-9]\d{0,5}$/.test(page) ? Math.min(Number(page), lastPage) : 1
}

/** The requested sort order, or the first one. */
export function sortFrom<Sort extends string>(
  query: ParsedUrlQuery,
  sorts: readonly [{ sort: Sort }, ...{ sort: Sort }[]],
): Sort {
  const asked = single(query, 'sort')
  return (sorts.find(({ sort }) => sort === asked) ?? sorts[0]).sort
}

/** A path with its search parameters, without those that have their default value. */
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
