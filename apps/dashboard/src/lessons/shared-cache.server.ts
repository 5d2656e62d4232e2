import type { IncomingHttpHeaders } from 'node:http'

/** A shared cache in front of this server. */
export type SharedCache = 'nginx' | 'Varnish' | 'Vercel' | 'Cloudflare' | 'a proxy'

const viaPatterns = { nginx: /nginx/i, Varnish: /varnish/i, Cloudflare: /cloudflare/i } as const

/**
 * Detects the shared cache that forwarded a request by its `Via` header (RFC 9110 §7.6.3); null for
 * none. A client can forge the header, so the result is for display only, and from a fixed list.
 */
export function detectSharedCache(headers: IncomingHttpHeaders): SharedCache | null {
  const via = headers.via ?? ''
  for (const name of ['nginx', 'Varnish', 'Cloudflare'] as const) {
    if (viaPatterns[name].test(via)) return name
  }
  // Vercel sends no Via header.
  if (headers['x-vercel-id']) return 'Vercel'
  return via === '' ? null : 'a proxy'
}
