import { expect, test } from 'vitest'
import { type CachePolicy, cacheHeaders, setCacheHeaders } from './cache-headers.ts'

test('forbids every cache from storing a private page', () => {
  expect(cacheHeaders({ scope: 'private' })).toEqual({ 'Cache-Control': 'private, no-store' })
})

test('lets shared caches serve a public page stale while browsers always revalidate', () => {
  expect(cacheHeaders({ scope: 'public', sMaxAge: 60, staleWhileRevalidate: 600 })).toEqual({
    'Cache-Control': 'public, max-age=0, must-revalidate, s-maxage=60, stale-while-revalidate=600',
    'CDN-Cache-Control': 'max-age=60, stale-while-revalidate=600',
  })
})

test('lets shared caches serve stale if the origin fails', () => {
  expect(
    cacheHeaders({ scope: 'public', sMaxAge: 60, staleWhileRevalidate: 0, staleIfError: 86_400 }),
  ).toEqual({
    'Cache-Control': 'public, max-age=0, must-revalidate, s-maxage=60, stale-if-error=86400',
    'CDN-Cache-Control': 'max-age=60, stale-if-error=86400',
  })
})

test('returns the header from the Next.js docs if nothing is set for browsers', () => {
  expect(
    cacheHeaders({ scope: 'public', sMaxAge: 10, staleWhileRevalidate: 59, inBrowser: 'unset' }),
  ).toEqual({ 'Cache-Control': 'public, s-maxage=10, stale-while-revalidate=59' })
})

test('lists the request headers that select a response in Vary', () => {
  const policy: CachePolicy = {
    scope: 'public',
    sMaxAge: 60,
    staleWhileRevalidate: 0,
    varyOn: ['Accept-Language', 'X-Country'],
  }
  expect(cacheHeaders(policy).Vary).toBe('Accept-Language, X-Country')
})

test.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 31])(
  'rejects %s seconds',
  (sMaxAge) => {
    expect(() => cacheHeaders({ scope: 'public', sMaxAge, staleWhileRevalidate: 0 })).toThrow(
      `sMaxAge must be a whole number of seconds from 0 to 2147483647, not ${sMaxAge}`,
    )
  },
)

test('rejects a header name with a line break', () => {
  const varyOn = ['Accept\r\nSet-Cookie: a=b']
  expect(() =>
    cacheHeaders({ scope: 'public', sMaxAge: 1, staleWhileRevalidate: 0, varyOn }),
  ).toThrow('varyOn must contain header names, not "Accept\\r\\nSet-Cookie: a=b"')
})

test('removes the CDN headers of an earlier policy', () => {
  const headers = new Map([['Vercel-CDN-Cache-Control', 'max-age=600']])
  const res = {
    setHeader: (name: string, value: string) => headers.set(name, value),
    removeHeader: (name: string) => headers.delete(name),
  }

  setCacheHeaders(res, { scope: 'public', sMaxAge: 60, staleWhileRevalidate: 600 })
  setCacheHeaders(res, { scope: 'private' })

  expect([...headers]).toEqual([['Cache-Control', 'private, no-store']])
})
