import type { ParsedUrlQuery } from 'node:querystring'

/**
 * Returns the path from which Next loads the data of a page, so that a shared cache has it already.
 * @param asPath the path and search of the page; the data's search also has the route's parameters.
 * @param route the route, such as `/repos/[owner]/[repo]`.
 */
export function dataPath(asPath: string, route: string, query: ParsedUrlQuery): string {
  const { pathname, searchParams } = new URL(asPath, window.location.href)
  for (const [, name = ''] of route.matchAll(/\[(\w+)\]/g)) {
    searchParams.set(name, String(query[name]))
  }
  const search = searchParams.size > 0 ? `?${searchParams}` : ''
  return `/_next/data/${window.__NEXT_DATA__.buildId}${pathname}.json${search}`
}
