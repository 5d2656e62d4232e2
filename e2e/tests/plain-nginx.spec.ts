import type { ServerResponse } from 'node:http'
import { expect, test } from '../support/behind-test-origin.ts'

// What the caching lesson warns of, in an nginx that nobody has thought about.
test.use({ cache: 'plain-nginx' })

const documented = 'public, s-maxage=10, stale-while-revalidate=59'

function saying(status: number, headers: Record<string, string>) {
  let count = 0
  return (_request: unknown, response: ServerResponse) => {
    response.writeHead(status, headers).end(`answer ${++count}`)
  }
}

test('the header before the throw: the outage is served to everybody', async ({
  origin,
  visit,
}) => {
  origin.respondWith(saying(500, { 'Cache-Control': documented }))
  await visit()
  origin.respondWith(saying(200, { 'Cache-Control': documented }))

  expect(await visit()).toEqual({ status: 500, cacheStatus: 'HIT', text: 'answer 1' })
})

test('private with s-maxage: the stricter word wins, and nothing is kept', async ({
  origin,
  visit,
}) => {
  origin.respondWith(saying(200, { 'Cache-Control': 'private, s-maxage=60' }))
  await visit()

  expect(await visit()).toEqual({ status: 200, cacheStatus: 'MISS', text: 'answer 2' })
})

test('private where the cache has a lifetime of its own: a personal page is everybody’s', async ({
  origin,
  visit,
}) => {
  // Some releases of nginx obey whichever of the two comes first.
  origin.respondWith(saying(200, { 'X-Accel-Expires': '60', 'Cache-Control': 'private' }))
  await visit()

  expect(await visit()).toEqual({ status: 200, cacheStatus: 'HIT', text: 'answer 1' })
})

test('Vary: Cookie: no visitor finds what another has left', async ({ origin, visit }) => {
  origin.respondWith(saying(200, { 'Cache-Control': documented, Vary: 'Cookie' }))
  await visit('/', { cookie: 'visitor=1' })

  const other = await visit('/', { cookie: 'visitor=2' })
  expect(other).toEqual({ status: 200, cacheStatus: 'MISS', text: 'answer 2' })
  const again = await visit('/', { cookie: 'visitor=1' })
  expect(again).toEqual({ status: 200, cacheStatus: 'HIT', text: 'answer 1' })
})

test('public on an answer to a token: it is served to those who have none', async ({
  origin,
  visit,
}) => {
  origin.respondWith(saying(200, { 'Cache-Control': documented }))
  await visit('/', { authorization: 'Bearer ann' })

  expect(await visit()).toEqual({ status: 200, cacheStatus: 'HIT', text: 'answer 1' })
})

test('max-age on an answer to a token: nginx keeps for everybody what the standard forbids it', async ({
  origin,
  visit,
}) => {
  origin.respondWith(saying(200, { 'Cache-Control': 'max-age=60' }))
  await visit('/', { authorization: 'Bearer ann' })

  expect(await visit()).toEqual({ status: 200, cacheStatus: 'HIT', text: 'answer 1' })
})
