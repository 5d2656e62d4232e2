import type { ParsedUrlQuery } from 'node:querystring'

// Longer than any valid parameter, and fast to parse.
const MAX_PARAM_LENGTH = 4000

/** Returns a search parameter, cut to 4,000 characters; the first value if it is repeated. */
export function getSearchParam(query: ParsedUrlQuery, name: string): string | undefined {
  const value = query[name]
  return (Array.isArray(value) ? value[0] : value)?.slice(0, MAX_PARAM_LENGTH)
}

/** Parses the page number, from 1; an invalid one is the first page, as on GitHub. */
export function parsePage(query: ParsedUrlQuery, lastPage = 10_000): number {
  const page = getSearchParam(query, 'page') ?? ''
  return /^[1-9]\d{0,5}$/.test(page) ? Math.min(Number(page), lastPage) : 1
}

/** Parses the sort order; an unknown one is the first. */
export function parseSort<Sort extends string>(
  query: ParsedUrlQuery,
  sorts: readonly [{ sort: Sort }, ...{ sort: Sort }[]],
): Sort {
  const requestedSort = getSearchParam(query, 'sort')
  return (sorts.find(({ sort }) => sort === requestedSort) ?? sorts[0]).sort
}

/** Adds search parameters to a path, except undefined ones. */
export function addSearchParams(
  path: string,
  search: Record<string, string | number | undefined>,
): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(search)) {
    if (value !== undefined) params.set(name, String(value))
  }
  return params.size > 0 ? `${path}?${params}` : path
}

/** Adds the page number to the title of a list, except for the first: `Releases, page 2`. */
export function formatListTitle(title: string, page: number | undefined): string {
  return page === undefined || page === 1 ? title : `${title}, page ${page}`
}
