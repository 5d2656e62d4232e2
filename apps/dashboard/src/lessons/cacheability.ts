import { mayStore } from '@repo/cache-headers'

/** A `Cache-Control` value, and whether a shared cache may store a response with it. */
export type Cacheability = {
  cacheControl: string
  withAuthorization: boolean
  withoutAuthorization: boolean
}

/** Lists what RFC 9111 lets a shared cache store, with an Authorization header and without. */
export function listCacheability(): Cacheability[] {
  return [
    'private, no-store',
    'max-age=60',
    'max-age=60, must-revalidate',
    's-maxage=60',
    'public, max-age=60',
  ].map((cacheControl) => ({
    cacheControl,
    withAuthorization: isCacheable(cacheControl, { authorization: 'Bearer some-token' }),
    withoutAuthorization: isCacheable(cacheControl, {}),
  }))
}

function isCacheable(cacheControl: string, headers: Record<string, string>): boolean {
  return mayStore({
    request: { method: 'GET', headers },
    response: { status: 200, headers: { 'cache-control': cacheControl } },
  })
}
