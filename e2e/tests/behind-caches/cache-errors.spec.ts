import { expect, test } from '../../support/behind-test-origin.ts'
import { securityHeaders } from '../../support/security-headers.ts'
import { type RawResponse, send } from '../../support/send.ts'

// What the cache sends by itself loads nothing.
const expectedHeaders = {
  ...securityHeaders,
  'content-security-policy':
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'cache-control': 'private, no-store',
}

test('errors of the cache itself have security headers and are not stored', async ({ origin }) => {
  origin.respondWith((_request, response) => response.end('page'))
  const tooLarge = await send(origin.url, '/api/session', {
    method: 'POST',
    body: 'x'.repeat(70_000),
  })
  expect(tooLarge.status).toBe(413)
  const unknown = await send(origin.url, '/', { method: 'PROPFIND' })
  expect(unknown.status).toBe(501)
  expect(unknown.headers.allow).toBe('GET, HEAD, POST')
  const trace = await send(origin.url, '/', { method: 'TRACE' })
  expect([405, 501]).toContain(trace.status)
  expect(trace.headers.allow).toBe('GET, HEAD, POST')
  expect(origin.requests).toEqual([])

  await origin.stop()
  const down = await send(origin.url, '/')
  expect([502, 503]).toContain(down.status)
  expect(down.headers['retry-after']).toBe('5')
  for (const response of [tooLarge, unknown, trace, down]) expectOwnError(response)
})

test('a cache forwards the methods that it recognizes', async ({ origin }) => {
  origin.respondWith((request, response) => response.end(request.method))
  for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
    expect((await send(origin.url, '/', { method })).body).toBe(method)
  }
})

function expectOwnError({ status, headers }: RawResponse): void {
  expect(headers, `${status}`).toMatchObject(expectedHeaders)
  expect(headers.server ?? '').not.toMatch(/\d/)
}
