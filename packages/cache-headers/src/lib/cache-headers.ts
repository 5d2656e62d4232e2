import { formatCacheControl, NO_STORE, requireSeconds } from './cache-control.ts'
import { formatCacheTags, type TagField, tagFields } from './cache-tags.ts'

/**
 * Which caches may store a response, and for how long. Durations are in seconds.
 *
 * - `scope`: `'public'` for any cache; `'private'` for none (`private, no-store`).
 * - `sMaxAge`: how long a shared cache serves the response as fresh (RFC 9111 §5.2.2.10).
 * - `staleWhileRevalidate`: how long it then serves stale while revalidating (RFC 5861 §3).
 * - `staleIfError`: how long after `sMaxAge` it serves stale if the origin fails (RFC 5861 §4).
 * - `varyOn`: the request headers that select the response (`Vary`, RFC 9110 §12.5.5).
 * - `tags`: what the response shows, so that a shared cache can purge it; sent if a field is given.
 * - `inBrowser`: `'revalidate'` (default) adds `max-age=0, must-revalidate`; `'unset'` adds nothing.
 */
export type CachePolicy =
  | {
      scope: 'public'
      sMaxAge: number
      staleWhileRevalidate: number
      staleIfError?: number
      varyOn?: readonly string[]
      tags?: readonly string[]
      inBrowser?: 'revalidate' | 'unset'
    }
  | { scope: 'private' }

/** Header values by name. */
export type CacheHeaders = {
  'Cache-Control': string
  'CDN-Cache-Control'?: string
  Vary?: string
} & { [Field in TagField]?: string }

/** The part of `http.ServerResponse` that `setCacheHeaders` needs. */
export type HeaderSink = {
  setHeader(name: string, value: string): unknown
  removeHeader(name: string): unknown
}

/** Headers that override `Cache-Control` for shared caches (RFC 9213). */
export const cdnHeaders = [
  'CDN-Cache-Control',
  'Vercel-CDN-Cache-Control',
  'Cloudflare-CDN-Cache-Control',
  'Surrogate-Control',
]

/**
 * Converts a policy to header values.
 * @param tagField the field in which the shared cache in use reads tags; without it, none are sent.
 * @throws RangeError if a duration is not a whole number of seconds below 2^31 (RFC 9111 §1.2.2).
 * @throws TypeError if `varyOn` contains an invalid field name (RFC 9110 §5.1).
 * @throws TypeError and RangeError like `formatCacheTags` if a tag is invalid.
 */
export function cacheHeaders(policy: CachePolicy, tagField?: TagField): CacheHeaders {
  if (policy.scope === 'private') return { 'Cache-Control': formatCacheControl(NO_STORE) }

  const fresh = requireSeconds('sMaxAge', policy.sMaxAge)
  const whileRevalidating = requireSeconds('staleWhileRevalidate', policy.staleWhileRevalidate)
  const ifError = requireSeconds('staleIfError', policy.staleIfError ?? 0)
  const stale = {
    ...(whileRevalidating > 0 && { 'stale-while-revalidate': whileRevalidating }),
    ...(ifError > 0 && { 'stale-if-error': ifError }),
  }
  const vary = policy.varyOn?.length ? { Vary: policy.varyOn.map(requireFieldName).join(', ') } : {}
  const tagValue = tagField && formatCacheTags(policy.tags ?? [], tagField)
  const tags = tagValue === undefined ? {} : { [tagField as TagField]: tagValue }

  if (policy.inBrowser === 'unset') {
    const cacheControl = formatCacheControl({ public: true, 's-maxage': fresh, ...stale })
    return { 'Cache-Control': cacheControl, ...vary, ...tags }
  }
  return {
    'Cache-Control': formatCacheControl({
      public: true,
      // Chromium applies stale-while-revalidate to data requests and would show stale props on the
      // second visit; must-revalidate prevents that, and shared caches still serve stale.
      'max-age': 0,
      'must-revalidate': true,
      's-maxage': fresh,
      ...stale,
    }),
    // s-maxage forbids stale responses in caches that follow RFC 9111 §5.2.2.10; max-age doesn't.
    'CDN-Cache-Control': formatCacheControl({ 'max-age': fresh, ...stale }),
    ...vary,
    ...tags,
  }
}

/**
 * Sets a policy's headers on a response and removes those of an earlier policy. Call it after
 * loading data: the headers stay on a 404, a redirect and a 500.
 * @throws RangeError and TypeError like `cacheHeaders`.
 */
export function setCacheHeaders(res: HeaderSink, policy: CachePolicy, tagField?: TagField): void {
  for (const name of [...cdnHeaders, ...tagFields]) res.removeHeader(name)
  const headers = Object.entries(cacheHeaders(policy, tagField))
  for (const [name, value] of headers) res.setHeader(name, value)
}

function requireFieldName(name: string): string {
  if (/^[!#$%&'*+.^_`|~\w-]+$/.test(name)) return name
  throw new TypeError(`varyOn must contain header names, not ${JSON.stringify(name)}`)
}
