import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CacheControl, formatCacheControl, parseCacheControl } from './cache-control.ts'
import { type CachePolicy, cacheHeaders } from './cache-headers.ts'
import { describePolicy, explain } from './explain.ts'
import { remainingFreshSeconds } from './freshness.ts'
import { mayStore } from './may-store.ts'
import { mostRestrictive } from './most-restrictive.ts'
import { parseTargetedField } from './targeted-field.ts'

const seconds = fc.oneof(fc.nat(100), fc.nat(2 ** 31 - 1))
const flag = fc.constant(true as const)
const extension = fc.constantFrom('community=UCI', 'foo', 'foo="a, no-store"', 'x-y="\\"\\\\"')

// Possible results of the parser: never public with private; extensions sorted and unique.
const control: fc.Arbitrary<CacheControl> = fc
  .record(
    {
      public: flag,
      private: flag,
      'no-store': flag,
      'no-cache': flag,
      'must-understand': flag,
      'no-transform': flag,
      'must-revalidate': flag,
      'proxy-revalidate': flag,
      immutable: flag,
      'max-age': seconds,
      's-maxage': seconds,
      'stale-while-revalidate': seconds,
      'stale-if-error': seconds,
      extensions: fc.uniqueArray(extension, { minLength: 1 }).map((list) => list.sort()),
    },
    { requiredKeys: [] },
  )
  .map(({ public: isPublic, ...rest }) =>
    isPublic && !rest.private ? { public: true, ...rest } : rest,
  )

const fragment = fc.constantFrom(
  ...['no-store', 'PRIVATE', 'max-age', 's-maxage', 'public', 'x', '60', '-1', '=', ','],
  ...[' ', '\t', '"', '\\', ';', '(', ')', '?1', '\u0000', '\n', '\u00e9', '\u2028', '*'],
)
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fragment, { maxLength: 12 }).map((parts) => parts.join('')),
)

test('parses what it formats to the same directives', () => {
  fc.assert(
    fc.property(control, (directives) => {
      expect(parseCacheControl(formatCacheControl(directives))).toEqual(directives)
    }),
  )
})

test('parses any text without throwing', () => {
  fc.assert(
    fc.property(text, (value) => {
      parseCacheControl(value)
      parseTargetedField(value)
      describePolicy(value)
      explain({ 'cache-control': value, 'cdn-cache-control': value, vary: value, expires: value })
    }),
  )
})

test('never loses a restriction, whatever precedes it or is on other lines', () => {
  const names = ['private', 'no-store', 'no-cache', 'must-revalidate', 'must-understand'] as const
  fc.assert(
    fc.property(fc.constantFrom(...names), text, text, (name, before, after) => {
      for (const value of [`${before}, ${name}`, [before, name.toUpperCase(), after]]) {
        const read = parseCacheControl(value)
        const isRestricted = read[name] === true || (read.private && read['no-store'])
        expect(isRestricted, JSON.stringify(value)).toBe(true)
      }
    }),
  )
})

test('combines directives commutatively, associatively and idempotently', () => {
  fc.assert(
    fc.property(control, control, control, (a, b, c) => {
      expect(mostRestrictive(a, b)).toEqual(mostRestrictive(b, a))
      expect(mostRestrictive(mostRestrictive(a, b), c)).toEqual(
        mostRestrictive(a, mostRestrictive(b, c)),
      )
      expect(mostRestrictive(a, a)).toEqual(a)
    }),
    { numRuns: 300 },
  )
})

test('combines directives into a result that allows no more than either', () => {
  fc.assert(
    fc.property(control, control, fc.constantFrom(200, 503, 599), (a, b, status) => {
      const combined = allowances(mostRestrictive(a, b), status)
      for (const either of [allowances(a, status), allowances(b, status)]) {
        for (const [name, amount] of Object.entries(combined)) {
          expect(amount, name).toBeLessThanOrEqual(either[name] ?? 0)
        }
      }
    }),
    { numRuns: 300 },
  )
})

test('writes no line break, no NUL and no number out of range, whatever a policy contains', () => {
  // An extension's name may end like a lifetime's.
  const lifetime = /(?:^|, )(?:max-age|s-maxage|stale-while-revalidate|stale-if-error)=([^,]*)/g
  const number = fc.oneof(fc.double(), fc.integer(), seconds)
  const anyPolicy: fc.Arbitrary<CachePolicy> = fc.record(
    {
      scope: fc.constant('public' as const),
      sMaxAge: number,
      staleWhileRevalidate: number,
      staleIfError: number,
      varyOn: fc.array(text, { maxLength: 2 }),
      inBrowser: fc.constantFrom('revalidate' as const, 'unset' as const),
    },
    { requiredKeys: ['scope', 'sMaxAge', 'staleWhileRevalidate'] },
  )
  const anyControl: fc.Arbitrary<CacheControl> = fc.record(
    { 'max-age': number, 's-maxage': number, extensions: fc.array(text, { maxLength: 2 }) },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(anyPolicy, anyControl, (policy, directives) => {
      const written = [
        ...unlessRejected(() => Object.values(cacheHeaders(policy))),
        ...unlessRejected(() => [formatCacheControl(directives)]),
      ]
      for (const value of written) {
        expect(value).toMatch(/^[\t -~\x80-\xff]*$/)
        const unquoted = value.replace(/"(?:[^"\\]|\\.)*"/g, '""')
        for (const [, digits] of unquoted.matchAll(lifetime)) {
          expect(digits).toMatch(/^\d{1,10}$/)
          expect(Number(digits)).toBeLessThanOrEqual(2 ** 31 - 1)
        }
      }
    }),
    { numRuns: 1000 },
  )
})

/** What a value allows; a greater number allows more. */
function allowances(control: CacheControl, status: number): Record<string, number> {
  const headers = { 'cache-control': formatCacheControl(control) }
  const isStored = (requestHeaders: Record<string, string>) =>
    mayStore({ request: { method: 'GET', headers: requestHeaders }, response: { status, headers } })
  const isFresh = remainingFreshSeconds(headers) > 0

  const forbidsStale = control['must-revalidate'] || control['no-cache'] || control['no-store']
  const sharedStale = forbidsStale || control.private || control['proxy-revalidate'] ? 0 : 1
  return {
    'fresh in shared caches': isStored({}) ? remainingFreshSeconds(headers) : 0,
    'fresh in shared caches for a request with Authorization': Number(
      isFresh && isStored({ authorization: 'Bearer x' }),
    ),
    'fresh in the browser':
      control['no-store'] || control['no-cache'] ? 0 : (control['max-age'] ?? 0),
    'heuristic freshness': Number(control['max-age'] === undefined && !control['no-store']),
    'stale while revalidating': sharedStale * (control['stale-while-revalidate'] ?? 0),
    'stale if error': sharedStale * (control['stale-if-error'] ?? 0),
    'stale in the browser': forbidsStale ? 0 : (control['stale-while-revalidate'] ?? 0),
    transformed: control['no-transform'] ? 0 : 1,
    'never revalidated': control.immutable ? 1 : 0,
    'stored by a cache that supports must-understand': Number(
      !control['no-store'] || control['must-understand'] === true,
    ),
  }
}

function unlessRejected(write: () => string[]): string[] {
  try {
    return write()
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError) return []
    throw error
  }
}
