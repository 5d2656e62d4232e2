/**
 * Returns whether a request was for the data of a page.
 * @param request the requested URL.
 * @param page the page's path and search; the request's search also has the route's parameters.
 */
export function isDataRequestFor(request: string, page: string): boolean {
  const requested = new URL(request)
  const shown = new URL(page, requested)
  const path = /^\/_next\/data\/[^/]+(\/.*)\.json$/.exec(requested.pathname)?.[1]
  const expected = shown.pathname === '/' ? '/index' : shown.pathname
  if (path === undefined || decodePath(path) !== decodePath(expected)) return false
  return [...shown.searchParams].every(([name, value]) =>
    requested.searchParams.getAll(name).includes(value),
  )
}

// The two URLs may encode the same letter differently.
function decodePath(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
