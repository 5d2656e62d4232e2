import type { ServerResponse } from 'node:http'
import { expect, test } from '../support/behind-test-origin.ts'

// The mistakes of the caching lesson, with nginx's defaults.
test.use({ cache: 'plain-nginx' })

const documented = 'public, s-maxage=10, stale-while-revalidate=59'

function respondWith(status: number, headers: Record<string, string>) {
  let count = 0
  return (_request: unknown, response: ServerResponse) => {
    response.writeHead(status, headers).end(`response ${++count}`)
  }
}

test('a header set before a throw: the error is served to everyone', async ({ origin, visit }) => {
  origin.respondWith(respondWith(500, { 'Cache-Control': documented }))
  await visit()
  origin.respondWith(respondWith(200, { 'Cache-Control': documented }))

  expect(await visit()).toEqual({ status: 500, cacheStatus: 'HIT', text: 'response 1' })
})

test('private with s-maxage: private wins, and nothing is stored', async ({ origin, visit }) => {
  origin.respondWith(respondWith(200, { 'Cache-Control': 'private, s-maxage=60' }))
  await visit()

  expect(await visit()).toEqual({ status: 200, cacheStatus: 'MISS', text: 'response 2' })
})

test('private with X-Accel-Expires: a private page is served to everyone', async ({
  origin,
  visit,
}) => {
  // Some releases of nginx use the header that comes first.
  origin.respondWith(respondWith(200, { 'X-Accel-Expires': '60', 'Cache-Control': 'private' }))
  await visit()

  expect(await visit()).toEqual({ status: 200, cacheStatus: 'HIT', text: 'response 1' })
})

test('Vary: Cookie: no visitor gets the cached page of another', async ({ origin, visit }) => {
  origin.respondWith(respondWith(200, { 'Cache-Control': documented, Vary: 'Cookie' }))
  await visit('/', { cookie: 'visitor=1' })

  const other = await visit('/', { cookie: 'visitor=2' })
  expect(other).toEqual({ status: 200, cacheStatus: 'MISS', text: 'response 2' })
  const again = await visit('/', { cookie: 'visitor=1' })
  expect(again).toEqual({ status: 200, cacheStatus: 'HIT', text: 'response 1' })
})

test('public on a response to a token: it is served to anonymous visitors', async ({
  origin,
  visit,
}) => {
  origin.respondWith(respondWith(200, { 'Cache-Control': documented }))
  await visit('/', { authorization: 'Bearer ann' })

  expect(await visit()).toEqual({ status: 200, cacheStatus: 'HIT', text: 'response 1' })
})

test('max-age on a response to a token: nginx stores it against RFC 9111', async ({
  origin,
  visit,
}) => {
  origin.respondWith(respondWith(200, { 'Cache-Control': 'max-age=60' }))
  await visit('/', { authorization: 'Bearer ann' })

  expect(await visit()).toEqual({ status: 200, cacheStatus: 'HIT', text: 'response 1' })
})
