/**
 * Tells whether a request was for the data of a page.
 * @param request the whole address that was asked for.
 * @param page the page's path and search. The request's search may say more: it has the route's parameters.
 */
export function isDataOf(request: string, page: string): boolean {
  const asked = new URL(request)
  const shown = new URL(page, asked)
  const path = /^\/_next\/data\/[^/]+(\/.*)\.json$/.exec(asked.pathname)?.[1]
  const wanted = shown.pathname === '/' ? '/index' : shown.pathname
  if (path === undefined || decoded(path) !== decoded(wanted)) return false
  return [...shown.searchParams].every(([name, value]) =>
    asked.searchParams.getAll(name).includes(value),
  )
}

// An address may write a letter as it is, or as its bytes.
function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
