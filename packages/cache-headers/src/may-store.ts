import { parseCacheControl } from './cache-control.ts'
import { type HeaderValues, linesOf, namesIn } from './header-lines.ts'
import { mayStoreAuthenticated } from './stricter.ts'
import { effectiveDirectives } from './targeted.ts'

/** A request, and the response that a shared cache thinks of keeping for it. */
export type Exchange = {
  request: { method: string; headers: HeaderValues }
  response: { status: number; headers: HeaderValues }
  /** Names of the targeted fields that the cache knows (RFC 9213 §2.2); none when left out. */
  targets?: readonly string[]
}

// Those whose requirements on caches are understood; all may be kept by heuristics (RFC 9110 §15.1).
// 206 and 304 complete another response, and are left to caches that can do that.
const understoodStatuses = [200, 203, 204, 300, 301, 308, 404, 405, 410, 414, 501]

/**
 * Tells whether a shared cache may keep a response (RFC 9111 §3 and §3.5). Where the RFC leaves a
 * choice, this is the stricter one: only GET and HEAD, nothing that sets a cookie or varies by `*`,
 * and no-store counts beside must-understand too.
 */
export function mayStore({ request, response, targets = [] }: Exchange): boolean {
  const { status, headers } = response
  const { field, control } = effectiveDirectives(headers, targets)
  const asked = parseCacheControl(linesOf(request.headers, 'Cache-Control'))

  if (request.method !== 'GET' && request.method !== 'HEAD') return false
  if (status < 200 || status > 599 || status === 206 || status === 304) return false
  if (control['must-understand'] && !understoodStatuses.includes(status)) return false
  if (control['no-store'] || asked['no-store'] || control.private) return false
  if (isThere(request.headers, 'Authorization') && !mayStoreAuthenticated(control)) return false
  if (isThere(headers, 'Set-Cookie') || namesIn(headers, 'Vary').includes('*')) return false

  return (
    control.public === true ||
    control['max-age'] !== undefined ||
    control['s-maxage'] !== undefined ||
    (field === 'Cache-Control' && isThere(headers, 'Expires')) ||
    understoodStatuses.includes(status)
  )
}

function isThere(headers: HeaderValues, name: string): boolean {
  return linesOf(headers, name).length > 0
}
