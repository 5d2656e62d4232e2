type Sent = { action: string; method: string; data: Iterable<[string, unknown]> }

/**
 * The path that a GET form leads to, without its empty fields; undefined for a form that posts, leads
 * to another site, or does not lead to a page.
 */
export function formAddress({ action, method, data }: Sent, here: string): string | undefined {
  const { origin, pathname } = new URL(action, here)
  if (method !== 'get' || origin !== new URL(here).origin) return undefined
  if (pathname.startsWith('/api/')) return undefined
  const search = new URLSearchParams()
  for (const [name, value] of data) {
    if (typeof value === 'string' && value.trim() !== '') search.append(name, value)
  }
  return search.size > 0 ? `${pathname}?${search}` : pathname
}
