import { type CacheControl, parseCacheControl } from './cache-control.ts'
import { type HeaderValues, headerLines, listMembers } from './header-values.ts'
import { effectiveDirectives } from './targeted-field.ts'

/** A request and the response that a shared cache might store. */
export type Exchange = {
  request: { method: string; headers: HeaderValues }
  response: { status: number; headers: HeaderValues }
  /** The cache's target list, nearest first (RFC 9213 §2.2); empty by default. */
  targets?: readonly string[]
}

// RFC 9110 §15.1, without 206: storing partial responses needs a cache that can combine them.
const HEURISTICALLY_CACHEABLE_STATUSES = [200, 203, 204, 300, 301, 308, 404, 405, 410, 414, 501]

/**
 * Whether a shared cache may store a response (RFC 9111 §3 and §3.5). Where the RFC leaves a
 * choice, this is the more restrictive one: only GET and HEAD, no `Set-Cookie`, no `Vary: *`, and
 * no-store applies even with must-understand.
 */
export function mayStore({ request, response, targets = [] }: Exchange): boolean {
  const { status, headers } = response
  const { field, control } = effectiveDirectives(headers, targets)
  const requestControl = parseCacheControl(headerLines(request.headers, 'Cache-Control'))

  if (request.method !== 'GET' && request.method !== 'HEAD') return false
  if (status < 200 || status > 599 || status === 206 || status === 304) return false
  if (control['must-understand'] && !HEURISTICALLY_CACHEABLE_STATUSES.includes(status)) return false
  if (control['no-store'] || requestControl['no-store'] || control.private) return false
  if (hasHeader(request.headers, 'Authorization') && !mayStoreAuthenticated(control)) return false
  if (hasHeader(headers, 'Set-Cookie') || listMembers(headers, 'Vary').includes('*')) return false

  return (
    control.public === true ||
    control['max-age'] !== undefined ||
    control['s-maxage'] !== undefined ||
    (field === 'Cache-Control' && hasHeader(headers, 'Expires')) ||
    HEURISTICALLY_CACHEABLE_STATUSES.includes(status)
  )
}

/** Whether a shared cache may store the response to a request with `Authorization` (RFC 9111 §3.5). */
export function mayStoreAuthenticated(control: CacheControl): boolean {
  return (
    control.public === true ||
    control['must-revalidate'] === true ||
    control['s-maxage'] !== undefined
  )
}

function hasHeader(headers: HeaderValues, name: string): boolean {
  return headerLines(headers, name).length > 0
}
