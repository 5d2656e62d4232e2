import { expect, test } from 'vitest'
import { type CacheName, findAmbiguousField } from './caches.ts'
import type { HeaderValues } from './header-values.ts'
import { type CacheEvent, type SimulatedResponse, simulate } from './simulate.ts'

const request: CacheEvent = { type: 'request' }
const asAnn: CacheEvent = { type: 'request', headers: { authorization: 'Bearer ann' } }
const inGerman: CacheEvent = { type: 'request', headers: { 'accept-language': 'de' } }
const change: CacheEvent = { type: 'change' }
const fail: CacheEvent = { type: 'fail', failure: 'error' }
const stop: CacheEvent = { type: 'fail', failure: 'unreachable' }
const wait = (seconds: number): CacheEvent => ({ type: 'wait', seconds })

const documented = { 'Cache-Control': 'public, s-maxage=10, stale-while-revalidate=59' }

test('a response is fresh, then stale while one request revalidates it, then expired', () => {
  const events = [request, wait(9), change, request, wait(1), request, request, wait(69), request]
  const expected = 'miss 1, hit 1 (9 s), stale 1 (10 s) in background, hit 2, miss 2'
  expect(responsesOf('nginx', documented, events)).toBe(expected)
  expect(responsesOf('Varnish', documented, events)).toBe(expected)
  expect(responsesOf('Vercel', documented, events)).toBe(expected)
  // s-maxage forbids stale responses.
  expect(responsesOf('Cloudflare', documented, events)).toBe(
    'miss 1, hit 1 (9 s), miss 2, hit 2, revalidated 2',
  )
  // A browser ignores s-maxage: stale from the start.
  expect(responsesOf('browser', documented, events)).toBe(
    'miss 1, stale 1 (9 s) in background, stale 2 (1 s) in background, stale 2 in background, revalidated 2',
  )
})

test('a browser and Cloudflare revalidate with an ETag, the others request the whole response', () => {
  const headers = { 'Cache-Control': 'max-age=10', 'CDN-Cache-Control': 'max-age=10' }
  const events = [request, wait(10), request, request, wait(10), change, request]
  expect(allResponses(headers, events)).toEqual({
    browser: 'miss 1, revalidated 1, hit 1, miss 2',
    nginx: 'miss 1, miss 1, hit 1, miss 2',
    Varnish: 'miss 1, miss 1, hit 1, miss 2',
    Vercel: 'miss 1, miss 1, hit 1, miss 2',
    Cloudflare: 'miss 1, revalidated 1, hit 1, miss 2',
  })
})

test('stale-if-error covers what each cache counts as an error, for its time', () => {
  const headers = { 'Cache-Control': 'max-age=10, stale-if-error=60' }
  expect(allResponses(headers, [request, wait(10), fail, request, wait(60), request])).toEqual({
    browser: 'miss 1, miss error, miss error',
    nginx: 'miss 1, miss error, miss error',
    Varnish: 'miss 1, stale 1 (10 s), miss error',
    Vercel: 'miss 1 not stored, miss error, miss error',
    Cloudflare: 'miss 1, stale 1 (10 s), miss error',
  })
  expect(responsesOf('nginx', headers, [request, wait(10), stop, request])).toBe(
    'miss 1, stale 1 (10 s)',
  )
})

test('an error is not stored, and a failed revalidation leaves the stale response', () => {
  const events = [request, wait(10), change, fail, request, { type: 'recover' } as const, request]
  expect(responsesOf('nginx', documented, [...events, request])).toBe(
    'miss 1, stale 1 (10 s) in background, stale 1 (10 s) in background, hit 2',
  )
  expect(responsesOf('nginx', documented, [fail, request, { type: 'recover' }, request])).toBe(
    'miss error, miss 1',
  )
})

test('only a browser stores a private response, and no cache a no-store', () => {
  const notStored = 'miss 1 not stored, miss 1 not stored'
  expect(allResponses({ 'Cache-Control': 'private, max-age=60' }, [request, request])).toEqual({
    browser: 'miss 1, hit 1',
    nginx: notStored,
    Varnish: notStored,
    Vercel: notStored,
    Cloudflare: notStored,
  })
  const never = allResponses({ 'Cache-Control': 'private, no-store' }, [request, request])
  expect(new Set(Object.values(never))).toEqual(new Set([notStored]))
})

test('no shared cache stores a response with a cookie', () => {
  const headers = { 'Cache-Control': 'public, max-age=60, s-maxage=60', 'Set-Cookie': 'a=b' }
  expect(allResponses(headers, [request, request])).toEqual({
    browser: 'miss 1, hit 1',
    nginx: 'miss 1 not stored, miss 1 not stored',
    Varnish: 'miss 1 not stored, miss 1 not stored',
    Vercel: 'miss 1 not stored, miss 1 not stored',
    Cloudflare: 'miss 1 not stored, miss 1 not stored',
  })
})

test('a response that varies is stored for each language, for the last, for none, or for all', () => {
  const headers = { 'Cache-Control': 'public, max-age=60, s-maxage=60', Vary: 'Accept-Language' }
  expect(allResponses(headers, [request, inGerman, request])).toEqual({
    browser: 'miss 1, miss 1 de, miss 1',
    nginx: 'miss 1 not stored, miss 1 de not stored, miss 1 not stored',
    Varnish: 'miss 1, miss 1 de, hit 1',
    Vercel: 'miss 1, miss 1 de, hit 1',
    Cloudflare: 'miss 1, hit 1, hit 1',
  })
})

test('a public response to a request with Authorization leaks only where the cache forwards it', () => {
  const events = [asAnn, request]
  expect(allResponses({ 'Cache-Control': 'public, s-maxage=60' }, events)).toEqual({
    browser: 'miss 1 ann, miss 1',
    nginx: 'miss 1, hit 1',
    Varnish: 'miss 1, hit 1',
    Vercel: 'bypass 1 ann not stored, miss 1',
    Cloudflare: 'miss 1 ann, hit 1 ann',
  })
  // RFC 9111 §3.5.
  expect(responsesOf('Cloudflare', { 'Cache-Control': 'max-age=60' }, events)).toBe(
    'miss 1 ann not stored, miss 1',
  )
})

test('CDN-Cache-Control applies to Vercel and Cloudflare alone', () => {
  const headers = { 'Cache-Control': 'no-store', 'CDN-Cache-Control': 'max-age=60' }
  expect(allResponses(headers, [request, request])).toEqual({
    browser: 'miss 1 not stored, miss 1 not stored',
    nginx: 'miss 1 not stored, miss 1 not stored',
    Varnish: 'miss 1 not stored, miss 1 not stored',
    Vercel: 'miss 1, hit 1',
    Cloudflare: 'miss 1, hit 1',
  })
})

test('returns null for an event that is no request', () => {
  const [browser] = simulate(documented, [change, wait(5), request])
  expect(browser?.responses.map((response) => response?.version)).toEqual([undefined, undefined, 2])
  expect(browser?.responses.slice(0, 2)).toEqual([null, null])
})

test('finds the field that caches interpret differently', () => {
  expect(findAmbiguousField(documented)).toBeUndefined()
  expect(findAmbiguousField({})).toBeUndefined()
  expect(findAmbiguousField({ 'cache-control': 'max-age=60 public' })).toBe('Cache-Control')
  expect(findAmbiguousField({ 'cache-control': 'max-age=1, max-age=2' })).toBe('Cache-Control')
  expect(findAmbiguousField({ 'cdn-cache-control': 'max-age=x' })).toBe('CDN-Cache-Control')
  // Not a Dictionary: each cache must ignore it.
  expect(findAmbiguousField({ 'cdn-cache-control': 'max-age = 60' })).toBeUndefined()
})

function allResponses(headers: HeaderValues, events: CacheEvent[]): Record<string, string> {
  return Object.fromEntries(
    simulate(headers, events).map(({ cache, responses }) => [cache, formatResponses(responses)]),
  )
}

function responsesOf(cache: CacheName, headers: HeaderValues, events: CacheEvent[]): string {
  return allResponses(headers, events)[cache] ?? ''
}

function formatResponses(responses: readonly (SimulatedResponse | null)[]): string {
  return responses
    .filter((response) => response !== null)
    .map(({ outcome, version, age, originRequest, isStored, requestHeaders }) => {
      const language = requestHeaders['accept-language']
      const parts = [
        outcome,
        version ?? 'error',
        version !== null && language,
        version !== null && requestHeaders.authorization && 'ann',
        age > 0 && `(${age} s)`,
        originRequest === 'background' && 'in background',
        version !== null && !isStored && 'not stored',
      ]
      return parts.filter((part) => part !== false && part !== undefined && part !== '').join(' ')
    })
    .join(', ')
}
