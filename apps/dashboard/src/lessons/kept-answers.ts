import { mayStore } from '@repo/cache-headers'

/** A `Cache-Control` value, and whether a shared cache may keep an answer with it. */
export type KeptAnswer = { cacheControl: string; toHeader: boolean; toNobody: boolean }

/** What RFC 9111 lets a shared cache keep, for a request with an Authorization header and without. */
export function keptAnswers(): KeptAnswer[] {
  return [
    'private, no-store',
    'max-age=60',
    'max-age=60, must-revalidate',
    's-maxage=60',
    'public, max-age=60',
  ].map((cacheControl) => ({
    cacheControl,
    toHeader: isKept(cacheControl, { authorization: 'Bearer of-somebody' }),
    toNobody: isKept(cacheControl, {}),
  }))
}

function isKept(cacheControl: string, headers: Record<string, string>): boolean {
  return mayStore({
    request: { method: 'GET', headers },
    response: { status: 200, headers: { 'cache-control': cacheControl } },
  })
}
