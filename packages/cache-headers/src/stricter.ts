import type { CacheControl } from './cache-control.ts'

/**
 * Gives the most that both allow: the greatest value that is more permissive than neither, so that the
 * order and the number of those that are joined make no difference.
 *
 * A time that only one of them grants is granted by neither, and becomes 0: to leave it out would
 * leave it to the cache's own judgement (RFC 9111 §4.2.2).
 */
export function mostRestrictive(a: CacheControl, b: CacheControl): CacheControl {
  const both = [a, b]
  const any = (name: keyof CacheControl) => both.some((one) => one[name] !== undefined)
  const all = (name: keyof CacheControl) => both.every((one) => one[name] !== undefined)

  // s-maxage and must-revalidate restrict, and allow a shared cache to keep what was answered to an
  // Authorization header (RFC 9111 §3.5). Who did not allow that does not allow it now.
  const allowsAnew =
    (any('s-maxage') || any('must-revalidate')) && !both.every(mayStoreAuthenticated)
  const isPrivate = any('private') || allowsAnew

  return {
    ...(all('public') && !isPrivate && { public: true }),
    ...(isPrivate && { private: true }),
    ...(any('no-store') && { 'no-store': true }),
    ...(any('no-cache') && { 'no-cache': true }),
    ...(mustUnderstand(both) && { 'must-understand': true }),
    ...(any('no-transform') && { 'no-transform': true }),
    ...(any('max-age') && { 'max-age': shorter(a['max-age'], b['max-age']) }),
    ...(any('must-revalidate') && { 'must-revalidate': true }),
    ...(any('s-maxage') && { 's-maxage': shorter(sharedLifetime(a), sharedLifetime(b)) }),
    ...(any('proxy-revalidate') && { 'proxy-revalidate': true }),
    ...(all('immutable') && { immutable: true }),
    ...(any('stale-while-revalidate') && {
      'stale-while-revalidate': shorter(a['stale-while-revalidate'], b['stale-while-revalidate']),
    }),
    ...(any('stale-if-error') && {
      'stale-if-error': shorter(a['stale-if-error'], b['stale-if-error']),
    }),
    ...(any('extensions') && { extensions: together(a.extensions, b.extensions) }),
  }
}

/** Gives for how long a shared cache takes a response as fresh; undefined where nothing says it. */
export function sharedLifetime(control: CacheControl): number | undefined {
  return control['s-maxage'] ?? control['max-age']
}

/** Tells whether a shared cache may keep what was answered to an Authorization header (§3.5). */
export function mayStoreAuthenticated(control: CacheControl): boolean {
  const { public: forAll, 'must-revalidate': revalidated, 's-maxage': shared } = control
  return forAll === true || revalidated === true || shared !== undefined
}

// Beside must-understand, a cache that knows it passes over no-store (RFC 9111 §5.2.2.3): the two
// together are weaker than no-store alone.
function mustUnderstand(both: CacheControl[]): boolean {
  const forbidden = both.some((one) => one['no-store'] && !one['must-understand'])
  return !forbidden && both.some((one) => one['must-understand'])
}

function shorter(a: number | undefined, b: number | undefined): number {
  return Math.min(a ?? 0, b ?? 0)
}

function together(a: readonly string[] = [], b: readonly string[] = []): string[] {
  return [...new Set([...a, ...b])].sort()
}
