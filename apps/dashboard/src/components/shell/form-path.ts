type FormSubmission = { action: string; method: string; data: Iterable<[string, unknown]> }

/**
 * Returns the path that a GET form navigates to, without empty fields; undefined for a form with
 * another method, another site, or an API route.
 */
export function getFormPath(
  { action, method, data }: FormSubmission,
  currentUrl: string,
): string | undefined {
  const { origin, pathname } = new URL(action, currentUrl)
  if (method !== 'get' || origin !== new URL(currentUrl).origin) return undefined
  if (pathname.startsWith('/api/')) return undefined
  const search = new URLSearchParams()
  for (const [name, value] of data) {
    if (typeof value === 'string' && value.trim() !== '') search.append(name, value)
  }
  return search.size > 0 ? `${pathname}?${search}` : pathname
}
