import { formatCacheControl, wholeSeconds } from './cache-control.ts'

/**
 * Who may keep a response, and for how many seconds.
 *
 * - `sMaxAge`: a shared cache answers without asking.
 * - `staleWhileRevalidate`: after that, it answers with the old response while it fetches a new one (RFC 5861 §3).
 * - `staleIfError`: after `sMaxAge`, it answers with the old response when the origin fails (RFC 5861 §4).
 * - `varyOn`: request header names that the response depends on (RFC 9110 §12.5.5).
 * - `inBrowser`: `'revalidate'` (the default) has the browser ask every time; `'unset'` says nothing to it.
 */
export type CachePolicy =
  | {
      scope: 'public'
      sMaxAge: number
      staleWhileRevalidate: number
      staleIfError?: number
      varyOn?: readonly string[]
      inBrowser?: 'revalidate' | 'unset'
    }
  | { scope: 'private' }

/** Header values by name, as they leave. */
export type CacheHeaders = {
  'Cache-Control': string
  'CDN-Cache-Control'?: string
  Vary?: string
}

/** The part of `http.ServerResponse` that `setCacheHeaders` needs. */
export type HeaderSink = {
  setHeader(name: string, value: string): unknown
  removeHeader(name: string): unknown
}

/** Names of the headers by which shared caches are told something else than `Cache-Control` (RFC 9213). */
export const cdnHeaders = [
  'CDN-Cache-Control',
  'Vercel-CDN-Cache-Control',
  'Cloudflare-CDN-Cache-Control',
  'Surrogate-Control',
]

/**
 * Gives the header values of a policy.
 * @throws RangeError when a time is not whole seconds from 0 to 2^31 - 1 (RFC 9111 §1.2.2).
 * @throws TypeError when a name in `varyOn` is not a field name (RFC 9110 §5.1).
 */
export function cacheHeaders(policy: CachePolicy): CacheHeaders {
  // The only pair of directives that every shared cache honours.
  if (policy.scope === 'private') {
    return { 'Cache-Control': formatCacheControl({ private: true, 'no-store': true }) }
  }

  const fresh = wholeSeconds('sMaxAge', policy.sMaxAge)
  const whileRevalidating = wholeSeconds('staleWhileRevalidate', policy.staleWhileRevalidate)
  const ifError = wholeSeconds('staleIfError', policy.staleIfError ?? 0)
  const stale = {
    ...(whileRevalidating > 0 && { 'stale-while-revalidate': whileRevalidating }),
    ...(ifError > 0 && { 'stale-if-error': ifError }),
  }
  const vary = policy.varyOn?.length ? { Vary: policy.varyOn.map(fieldName).join(', ') } : {}

  if (policy.inBrowser === 'unset') {
    const cacheControl = formatCacheControl({ public: true, 's-maxage': fresh, ...stale })
    return { 'Cache-Control': cacheControl, ...vary }
  }
  return {
    'Cache-Control': formatCacheControl({
      public: true,
      // Chromium applies stale-while-revalidate to data requests, and would show old props on the
      // second visit of a page; must-revalidate stops that, and shared caches still serve stale.
      'max-age': 0,
      'must-revalidate': true,
      's-maxage': fresh,
      ...stale,
    }),
    // To caches that follow RFC 9111 §5.2.2.10, s-maxage forbids stale answers. This does not.
    'CDN-Cache-Control': formatCacheControl({ 'max-age': fresh, ...stale }),
    ...vary,
  }
}

/** Writes a policy to a response, in place of what was set before. Call it once the data is in hand. */
export function setCacheHeaders(res: HeaderSink, policy: CachePolicy): void {
  for (const name of cdnHeaders) res.removeHeader(name)
  for (const [name, value] of Object.entries(cacheHeaders(policy))) res.setHeader(name, value)
}

function fieldName(name: string): string {
  if (/^[!#$%&'*+.^_`|~\w-]+$/.test(name)) return name
  throw new TypeError(`varyOn must hold header names, not ${JSON.stringify(name)}`)
}
