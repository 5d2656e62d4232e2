import { expect, test } from 'vitest'
import { type CachePolicy, cacheHeaders, setCacheHeaders } from './cache-headers.ts'

test('never lets any cache keep a personal page', () => {
  expect(cacheHeaders({ scope: 'private' })).toEqual({ 'Cache-Control': 'private, no-store' })
})

test('lets shared caches serve a public page stale while the browser asks every time', () => {
  expect(cacheHeaders({ scope: 'public', sMaxAge: 60, staleWhileRevalidate: 600 })).toEqual({
    'Cache-Control': 'public, max-age=0, must-revalidate, s-maxage=60, stale-while-revalidate=600',
    'CDN-Cache-Control': 'max-age=60, stale-while-revalidate=600',
  })
})

test('lets shared caches answer from what they have when the origin fails', () => {
  expect(
    cacheHeaders({ scope: 'public', sMaxAge: 60, staleWhileRevalidate: 0, staleIfError: 86_400 }),
  ).toEqual({
    'Cache-Control': 'public, max-age=0, must-revalidate, s-maxage=60, stale-if-error=86400',
    'CDN-Cache-Control': 'max-age=60, stale-if-error=86400',
  })
})

test("gives the documentation's own bytes when nothing is said to the browser", () => {
  expect(
    cacheHeaders({ scope: 'public', sMaxAge: 10, staleWhileRevalidate: 59, inBrowser: 'unset' }),
  ).toEqual({ 'Cache-Control': 'public, s-maxage=10, stale-while-revalidate=59' })
})

test('names the request headers that a response depends on', () => {
  const policy: CachePolicy = {
    scope: 'public',
    sMaxAge: 60,
    staleWhileRevalidate: 0,
    varyOn: ['Accept-Language', 'X-Country'],
  }
  expect(cacheHeaders(policy).Vary).toBe('Accept-Language, X-Country')
})

test.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 31])(
  'refuses %s as a number of seconds',
  (sMaxAge) => {
    expect(() => cacheHeaders({ scope: 'public', sMaxAge, staleWhileRevalidate: 0 })).toThrow(
      `sMaxAge must be whole seconds from 0 to 2147483647, not ${sMaxAge}`,
    )
  },
)

test('refuses a header name that would end the line', () => {
  const varyOn = ['Accept\r\nSet-Cookie: a=b']
  expect(() =>
    cacheHeaders({ scope: 'public', sMaxAge: 1, staleWhileRevalidate: 0, varyOn }),
  ).toThrow('varyOn must hold header names, not "Accept\\r\\nSet-Cookie: a=b"')
})

test('takes back what an earlier policy told a CDN', () => {
  const headers = new Map([['Vercel-CDN-Cache-Control', 'max-age=600']])
  const res = {
    setHeader: (name: string, value: string) => headers.set(name, value),
    removeHeader: (name: string) => headers.delete(name),
  }

  setCacheHeaders(res, { scope: 'public', sMaxAge: 60, staleWhileRevalidate: 600 })
  setCacheHeaders(res, { scope: 'private' })

  expect([...headers]).toEqual([['Cache-Control', 'private, no-store']])
})
