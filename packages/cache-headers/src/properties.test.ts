import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CacheControl, formatCacheControl, parseCacheControl } from './cache-control.ts'
import { type CachePolicy, cacheHeaders } from './cache-headers.ts'
import { explain } from './explain.ts'
import { remainingFreshSeconds } from './freshness.ts'
import { mayStore } from './may-store.ts'
import { describePolicy } from './policy-in-words.ts'
import { mostRestrictive } from './stricter.ts'
import { parseTargetedField } from './targeted.ts'

const seconds = fc.oneof(fc.nat(100), fc.nat(2 ** 31 - 1))
const flag = fc.constant(true as const)
const extension = fc.constantFrom('community=UCI', 'foo', 'foo="a, no-store"', 'x-y="\\"\\\\"')

// What reading can give: private without public, extensions in order and each once.
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
  .map(({ public: forAll, ...rest }) =>
    forAll && !rest.private ? { public: true, ...rest } : rest,
  )

const fragment = fc.constantFrom(
  ...['no-store', 'PRIVATE', 'max-age', 's-maxage', 'public', 'x', '60', '-1', '=', ','],
  ...[' ', '\t', '"', '\\', ';', '(', ')', '?1', '\u0000', '\n', '\u00e9', '\u2028', '*'],
)
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fragment, { maxLength: 12 }).map((parts) => parts.join('')),
)

test('reads what it has written as it was', () => {
  fc.assert(
    fc.property(control, (one) => {
      expect(parseCacheControl(formatCacheControl(one))).toEqual(one)
    }),
  )
})

test('reads any text at all, and never throws', () => {
  fc.assert(
    fc.property(text, (value) => {
      parseCacheControl(value)
      parseTargetedField(value)
      describePolicy(value)
      explain({ 'cache-control': value, 'cdn-cache-control': value, vary: value, expires: value })
    }),
  )
})

test('never loses a restriction, whatever stands before it or on other lines', () => {
  const names = ['private', 'no-store', 'no-cache', 'must-revalidate', 'must-understand'] as const
  fc.assert(
    fc.property(fc.constantFrom(...names), text, text, (name, before, after) => {
      for (const value of [`${before}, ${name}`, [before, name.toUpperCase(), after]]) {
        const read = parseCacheControl(value)
        const isKept = read[name] === true || (read.private && read['no-store'])
        expect(isKept, JSON.stringify(value)).toBe(true)
      }
    }),
  )
})

test('takes the stricter of two in any order, any grouping and any number', () => {
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

test('never allows more than either of two', () => {
  fc.assert(
    fc.property(control, control, fc.constantFrom(200, 503, 599), (a, b, status) => {
      const joined = allowances(mostRestrictive(a, b), status)
      for (const one of [allowances(a, status), allowances(b, status)]) {
        for (const [name, amount] of Object.entries(joined)) {
          expect(amount, name).toBeLessThanOrEqual(one[name] ?? 0)
        }
      }
    }),
    { numRuns: 300 },
  )
})

test('writes no end of line, no NUL and no number out of range, whatever a policy holds', () => {
  const number = fc.oneof(fc.double(), fc.integer(), seconds)
  const policy: fc.Arbitrary<CachePolicy> = fc.record(
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
    fc.property(policy, anyControl, (given, directives) => {
      const written = [
        ...unlessRefused(() => Object.values(cacheHeaders(given))),
        ...unlessRefused(() => [formatCacheControl(directives)]),
      ]
      for (const value of written) {
        expect(value).toMatch(/^[\t -~\x80-\xff]*$/)
        for (const [, digits] of value.matchAll(/(?:age|revalidate|error)=([^,]*)/g)) {
          expect(digits).toMatch(/^\d{1,10}$/)
          expect(Number(digits)).toBeLessThanOrEqual(2 ** 31 - 1)
        }
      }
    }),
    { numRuns: 1000 },
  )
})

/** How much a value allows, each as a number that is greater where it allows more. */
function allowances(one: CacheControl, status: number): Record<string, number> {
  const headers = { 'cache-control': formatCacheControl(one) }
  const isKept = (asker: Record<string, string>) =>
    mayStore({ request: { method: 'GET', headers: asker }, response: { status, headers } })
  const isFresh = remainingFreshSeconds(headers) > 0

  const forbidsStale = one['must-revalidate'] || one['no-cache'] || one['no-store']
  const sharedStale = forbidsStale || one.private || one['proxy-revalidate'] ? 0 : 1
  return {
    'fresh in shared caches': isKept({}) ? remainingFreshSeconds(headers) : 0,
    'fresh in shared caches, asked with Authorization': Number(
      isFresh && isKept({ authorization: 'Bearer x' }),
    ),
    'fresh in the browser': one['no-store'] || one['no-cache'] ? 0 : (one['max-age'] ?? 0),
    'left to heuristics': Number(one['max-age'] === undefined && !one['no-store']),
    'stale while it is renewed': sharedStale * (one['stale-while-revalidate'] ?? 0),
    'stale after an error': sharedStale * (one['stale-if-error'] ?? 0),
    'stale in the browser': forbidsStale ? 0 : (one['stale-while-revalidate'] ?? 0),
    'changed on the way': one['no-transform'] ? 0 : 1,
    'never asked again': one.immutable ? 1 : 0,
    'kept by a cache that passes over no-store': Number(
      !one['no-store'] || one['must-understand'] === true,
    ),
  }
}

function unlessRefused(write: () => string[]): string[] {
  try {
    return write()
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError) return []
    throw error
  }
}
