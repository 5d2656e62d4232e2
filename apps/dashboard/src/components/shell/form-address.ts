type Sent = { action: string; method: string; data: Iterable<[string, unknown]> }

/**
 * Where a GET form leads inside the site, without the fields that were left empty; undefined for a
 * form that sends something, leads elsewhere, or leads to what is no page.
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
