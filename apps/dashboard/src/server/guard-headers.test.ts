import type { ServerResponse } from 'node:http'
import { setCacheHeaders } from '@repo/cache-headers'
import { expect, test } from 'vitest'
import { guardHeaders } from './guard-headers.ts'
import { cacheHeadersOf, startServer } from './test-support.ts'

const publicPage = { scope: 'public', sMaxAge: 60, staleWhileRevalidate: 600 } as const

const publicHeaders = {
  'cache-control': 'public, max-age=0, must-revalidate, s-maxage=60, stale-while-revalidate=600',
  'cdn-cache-control': 'max-age=60, stale-while-revalidate=600',
}

async function guarded(
  respond: (res: ServerResponse) => void,
  beforeHead?: (res: ServerResponse) => void,
) {
  const { url } = await startServer((_request, response) => {
    guardHeaders(response, beforeHead)
    respond(response)
  })
  return fetch(url, { redirect: 'manual' })
}

test.each([200, 304, 404])('lets a %i keep its public policy', async (status) => {
  const response = await guarded((res) => {
    setCacheHeaders(res, publicPage)
    res.statusCode = status
    res.end()
  })
  expect(response.status).toBe(status)
  expect(cacheHeadersOf(response)).toEqual(publicHeaders)
})

test.each([206, 301, 302, 307, 308, 400, 401, 403, 405, 410, 429, 451, 500, 502, 503])(
  'sends a %i with no-store, whatever was set before',
  async (status) => {
    const response = await guarded((res) => {
      setCacheHeaders(res, publicPage)
      res.setHeader('Vercel-CDN-Cache-Control', 'max-age=60')
      res.setHeader('Surrogate-Control', 'max-age=60')
      res.statusCode = status
      res.end()
    })
    expect(response.status).toBe(status)
    expect(cacheHeadersOf(response)).toEqual({ 'cache-control': 'private, no-store' })
  },
)

/** Sends the status, or a 304 to a request with an entity tag, as Next does. */
function sendAsNext(res: ServerResponse, status: number) {
  setCacheHeaders(res, publicPage)
  res.statusCode = status
  res.setHeader('ETag', '"a"')
  if (res.req.headers['if-none-match'] === '"a"') res.statusCode = 304
  res.end()
}

test.each([400, 401, 403, 404, 405, 429, 451, 500, 503])(
  'sends a %i in full to a request with its entity tag',
  async (status) => {
    const { url } = await startServer((_request, response) => {
      guardHeaders(response)
      sendAsNext(response, status)
    })
    const response = await fetch(url, { headers: { 'if-none-match': '"a"' } })
    expect(response.status).toBe(status)
    expect(response.headers.get('etag')).toBe(status === 404 ? '"a"' : null)
    expect(cacheHeadersOf(response)).toEqual(
      status === 404 ? publicHeaders : { 'cache-control': 'private, no-store' },
    )
  },
)

test('sends a 304 to a request with the entity tag of a page', async () => {
  const { url } = await startServer((_request, response) => {
    guardHeaders(response)
    sendAsNext(response, 200)
  })
  const response = await fetch(url, { headers: { 'if-none-match': '"a"' } })
  expect(response.status).toBe(304)
  expect(cacheHeadersOf(response)).toEqual(publicHeaders)
})

test('uses the status passed to writeHead', async () => {
  const response = await guarded((res) => {
    setCacheHeaders(res, publicPage)
    res.writeHead(500, 'Broken').end()
  })
  expect(response.statusText).toBe('Broken')
  expect(cacheHeadersOf(response)).toEqual({ 'cache-control': 'private, no-store' })
})

test.each([
  ['an object', { 'CDN-Cache-Control': 'max-age=9', 'cache-control': 'public', 'X-Kept': 'yes' }],
  ['a list', ['CDN-Cache-Control', 'max-age=9', 'cache-control', 'public', 'X-Kept', 'yes']],
])('guards headers passed to writeHead as %s', async (_form, headers) => {
  const response = await guarded((res) => {
    res.writeHead(503, headers).end()
  })
  expect(cacheHeadersOf(response)).toEqual({ 'cache-control': 'private, no-store' })
  expect(response.headers.get('x-kept')).toBe('yes')
})

test('keeps every value of headers passed to writeHead', async () => {
  const response = await guarded((res) => {
    res.setHeader('Set-Cookie', 'replaced=1')
    res.writeHead(200, 'Fine', { 'Set-Cookie': ['a=1', 'b=2'], 'Content-Length': 0 }).end()
  })
  expect(response.statusText).toBe('Fine')
  expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2'])
  expect(response.headers.get('content-length')).toBe('0')

  const listed = await guarded((res) => {
    res.writeHead(200, ['Set-Cookie', 'a=1', 'Set-Cookie', 'b=2']).end()
  })
  expect(listed.headers.getSetCookie()).toEqual(['a=1', 'b=2'])
})

test('removes CDN headers from a page that is not public', async () => {
  const response = await guarded((res) => {
    res.setHeader('Cache-Control', 'private, no-store')
    res.setHeader('CDN-Cache-Control', 'max-age=60')
    res.end()
  })
  expect(cacheHeadersOf(response)).toEqual({ 'cache-control': 'private, no-store' })
})

test.each([
  [503, '503 private, no-store'],
  // The headers of a 304 replace those of the stored response.
  [304, `304 ${publicHeaders['cache-control']}`],
])('calls back when the cache headers of a %i are final', async (status, sent) => {
  const report = (res: ServerResponse) =>
    res.setHeader('X-Sent', `${res.statusCode} ${res.getHeader('Cache-Control')}`)
  const response = await guarded((res) => {
    setCacheHeaders(res, publicPage)
    res.statusCode = status
    res.end()
  }, report)
  expect(response.headers.get('x-sent')).toBe(sent)
})
