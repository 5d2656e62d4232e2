import type { IncomingHttpHeaders } from 'node:http'

/** A shared cache that is known to stand in front of this server. */
export type CacheInFront = 'nginx' | 'Varnish' | 'Vercel' | 'Cloudflare' | 'a proxy'

const named = { nginx: /nginx/i, Varnish: /varnish/i, Cloudflare: /cloudflare/i } as const

/**
 * Tells which cache a request has come through, by what proxies must say of themselves (`Via`, RFC 9110
 * §7.6.3); null where none says so. Anybody can send the header: it is good for a word on a page, and
 * only words of this list come of it.
 */
export function cacheInFront(headers: IncomingHttpHeaders): CacheInFront | null {
  const via = headers.via ?? ''
  for (const name of ['nginx', 'Varnish', 'Cloudflare'] as const) {
    if (named[name].test(via)) return name
  }
  // Vercel names itself by a header of its own.
  if (headers['x-vercel-id']) return 'Vercel'
  return via === '' ? null : 'a proxy'
}
