import type { CacheControl } from './cache-control.ts'
import { sharedLifetime } from './freshness.ts'
import { mayStoreAuthenticated } from './may-store.ts'

/**
 * Combines two sets of directives into the least restrictive one that allows no more than either.
 * The operation is commutative, associative and idempotent.
 *
 * A lifetime that only one of them states becomes 0: leaving it out would permit heuristic
 * freshness (RFC 9111 §4.2.2).
 */
export function mostRestrictive(a: CacheControl, b: CacheControl): CacheControl {
  const both = [a, b]
  const either = (name: keyof CacheControl) => both.some((control) => control[name] !== undefined)

  // s-maxage and must-revalidate are restrictions that also permit storing authenticated responses
  // (RFC 9111 §3.5): combining must not extend that permission to a value without it.
  const grantsAuthenticated =
    (either('s-maxage') || either('must-revalidate')) && !both.every(mayStoreAuthenticated)
  const isPrivate = either('private') || grantsAuthenticated

  return {
    ...(a.public && b.public && !isPrivate && { public: true }),
    ...(isPrivate && { private: true }),
    ...(either('no-store') && { 'no-store': true }),
    ...(either('no-cache') && { 'no-cache': true }),
    ...(mustUnderstand(both) && { 'must-understand': true }),
    ...(either('no-transform') && { 'no-transform': true }),
    ...(either('max-age') && { 'max-age': shortest(a['max-age'], b['max-age']) }),
    ...(either('must-revalidate') && { 'must-revalidate': true }),
    ...(either('s-maxage') && { 's-maxage': shortest(sharedLifetime(a), sharedLifetime(b)) }),
    ...(either('proxy-revalidate') && { 'proxy-revalidate': true }),
    ...(a.immutable && b.immutable && { immutable: true }),
    ...(either('stale-while-revalidate') && {
      'stale-while-revalidate': shortest(a['stale-while-revalidate'], b['stale-while-revalidate']),
    }),
    ...(either('stale-if-error') && {
      'stale-if-error': shortest(a['stale-if-error'], b['stale-if-error']),
    }),
    ...(either('extensions') && { extensions: union(a.extensions, b.extensions) }),
  }
}

// A cache that supports must-understand ignores no-store beside it (RFC 9111 §5.2.2.3), so the two
// together are weaker than no-store alone.
function mustUnderstand(both: CacheControl[]): boolean {
  const isForbidden = both.some((control) => control['no-store'] && !control['must-understand'])
  return !isForbidden && both.some((control) => control['must-understand'])
}

function shortest(a: number | undefined, b: number | undefined): number {
  return Math.min(a ?? 0, b ?? 0)
}

function union(a: readonly string[] = [], b: readonly string[] = []): string[] {
  return [...new Set([...a, ...b])].sort()
}
