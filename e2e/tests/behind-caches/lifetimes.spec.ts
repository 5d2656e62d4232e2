import type { ServerResponse } from 'node:http'
import { type CachePolicy, cacheHeaders } from '@repo/cache-headers'
import { expect, test } from '../../support/behind-test-origin.ts'
import { send } from '../../support/send.ts'

const noStore = 'private, no-store'

/** Responds with `policy` at first and with `next` after that; the body numbers the responses. */
function respondWithPolicy(policy: CachePolicy, next = policy) {
  let count = 0
  return (_request: unknown, response: ServerResponse) => {
    for (const [name, value] of Object.entries(cacheHeaders(count === 0 ? policy : next))) {
      response.setHeader(name, value)
    }
    response.end(`response ${++count}`)
  }
}

const oneMinute: CachePolicy = { scope: 'public', sMaxAge: 60, staleWhileRevalidate: 0 }

test('a response is fresh, and then stale while one request revalidates it', async ({
  origin,
  visit,
}) => {
  origin.respondWith(
    respondWithPolicy({ scope: 'public', sMaxAge: 1, staleWhileRevalidate: 60 }, oneMinute),
  )

  expect(await visit()).toEqual({ status: 200, cacheStatus: 'MISS', text: 'response 1' })
  await expect.poll(async () => (await visit()).cacheStatus).toBe('STALE')
  await expect.poll(async () => (await visit()).text).toBe('response 2')
  expect(await visit()).toEqual({ status: 200, cacheStatus: 'HIT', text: 'response 2' })
  expect(origin.requests).toHaveLength(2)
})

test('a revalidation delays no visitor, and fifty visitors cost one request', async ({
  origin,
  visit,
}) => {
  const respond = respondWithPolicy({ scope: 'public', sMaxAge: 1, staleWhileRevalidate: 20 })
  origin.respondWith(respond)
  await visit()
  const held: ServerResponse[] = []
  origin.respondWith((_request, response) => held.push(response))

  await expect.poll(async () => (await visit()).cacheStatus).not.toBe('HIT')
  const visitors = await Promise.all(Array.from({ length: 50 }, () => visit()))
  expect(new Set(visitors.map(({ text }) => text))).toEqual(new Set(['response 1']))
  expect(origin.requests).toHaveLength(2)

  for (const response of held) respond(undefined, response)
  await expect.poll(async () => (await visit()).text).toBe('response 2')
})

test('fifty visitors of a page that is not cached cost one request', async ({ origin, visit }) => {
  const respond = respondWithPolicy(oneMinute)
  const held: ServerResponse[] = []
  origin.respondWith((_request, response) => held.push(response))
  const visitors = Array.from({ length: 50 }, () => visit())
  await expect.poll(() => held.length).toBe(1)
  for (const response of held) respond(undefined, response)

  const responses = await Promise.all(visitors)
  expect(new Set(responses.map(({ text }) => text))).toEqual(new Set(['response 1']))
  expect(origin.requests).toHaveLength(1)
})

test('visitors of a page that is not cacheable do not wait for each other', async ({
  origin,
  visit,
}) => {
  const respond = respondWithPolicy({ scope: 'private' })
  const held: ServerResponse[] = []
  origin.respondWith((_request, response) => held.push(response))
  const visitors = Array.from({ length: 10 }, () => visit())
  await expect.poll(() => held.length).toBeGreaterThan(0)
  for (const response of held.splice(0, 1)) respond(undefined, response)

  await expect.poll(() => held.length).toBe(9)
  for (const response of held) respond(undefined, response)
  const responses = await Promise.all(visitors)
  expect(new Set(responses.map(({ text }) => text)).size).toBe(10)
})

test('visitors of a failing page do not wait for each other', async ({ origin }) => {
  const held: ServerResponse[] = []
  const fail = (response: ServerResponse) =>
    response.writeHead(503, { 'Cache-Control': noStore }).end('down')
  origin.respondWith((_request, response) => held.push(response))
  const first = send(origin.url, '/')
  await expect.poll(() => held.length).toBe(1)
  for (const response of held.splice(0)) fail(response)
  await first

  const visitors = Array.from({ length: 30 }, () => send(origin.url, '/'))
  await expect.poll(() => held.length).toBe(30)
  for (const response of held) fail(response)
  const statuses = (await Promise.all(visitors)).map(({ status }) => status)
  expect(new Set(statuses)).toEqual(new Set([503]))
})

test('without stale-while-revalidate a visitor waits for the new response', async ({
  origin,
  visit,
}) => {
  origin.respondWith(
    respondWithPolicy({ scope: 'public', sMaxAge: 1, staleWhileRevalidate: 0 }, oneMinute),
  )

  await visit()
  await expect.poll(async () => (await visit()).text).toBe('response 2')
  expect(origin.requests).toHaveLength(2)
})

test('while the origin is down a stale response is served within stale-if-error', async ({
  origin,
  visit,
}) => {
  const stale = { scope: 'public', sMaxAge: 1, staleWhileRevalidate: 0, staleIfError: 60 } as const
  origin.respondWith(respondWithPolicy(stale, oneMinute))
  await visit()
  await origin.stop()
  await expect
    .poll(() => visit())
    .toEqual({ status: 200, cacheStatus: 'STALE', text: 'response 1' })

  await origin.start()
  await expect.poll(async () => (await visit()).text).toBe('response 2')
})

test('after stale-if-error a stopped origin is an error that no cache stores', async ({
  origin,
  visit,
}) => {
  const short = { scope: 'public', sMaxAge: 1, staleWhileRevalidate: 0, staleIfError: 1 } as const
  origin.respondWith(respondWithPolicy(short, oneMinute))
  await visit()
  await origin.stop()
  await expect
    .poll(async () => {
      const { status, headers } = await send(origin.url, '/')
      return { isError: status > 500, cacheControl: headers['cache-control'] }
    })
    .toEqual({ isError: true, cacheControl: noStore })
})

test('a failed revalidation leaves the stale response', async ({ origin, visit }) => {
  const respond = respondWithPolicy({ scope: 'public', sMaxAge: 1, staleWhileRevalidate: 20 })
  origin.respondWith(respond)
  await visit()
  origin.respondWith((_request, response) => {
    response.writeHead(503, { 'Cache-Control': noStore }).end('down')
  })

  await expect.poll(() => visit().then(() => origin.requests.length)).toBeGreaterThan(2)
  expect((await visit()).text).toBe('response 1')
  origin.respondWith(respond)
  await expect.poll(async () => (await visit()).text).toBe('response 2')
})

test('stale-if-error covers a 5xx response in Varnish, and in nginx only an origin that does not respond', async ({
  cache,
  origin,
  visit,
}) => {
  origin.respondWith(
    respondWithPolicy({ scope: 'public', sMaxAge: 1, staleWhileRevalidate: 0, staleIfError: 60 }),
  )
  await visit()
  origin.respondWith((_request, response) => {
    response.writeHead(503, { 'Cache-Control': noStore }).end('down')
  })

  const failure = { status: 503, cacheStatus: 'EXPIRED', text: 'down' }
  const stale = { status: 200, cacheStatus: 'STALE', text: 'response 1' }
  await expect.poll(() => visit()).toEqual(cache === 'nginx' ? failure : stale)
})

test('no cache stores an error, a redirect, a response with a cookie or one without a policy', async ({
  origin,
  visit,
}) => {
  const publicPolicy = { 'Cache-Control': 'public, s-maxage=60' }
  origin.respondWith((request, response) => {
    const path = request.url ?? ''
    if (path === '/cookie') {
      response.writeHead(200, { ...publicPolicy, 'Set-Cookie': 'a=b' }).end('for one visitor')
    } else if (path === '/no-policy') {
      response.writeHead(308, { Location: '/' }).end()
    } else {
      response.writeHead(Number(path.slice(1)), { ...publicPolicy, Location: '/' }).end()
    }
  })
  for (const path of ['/302', '/403', '/429', '/500', '/503', '/cookie', '/no-policy']) {
    await visit(path)
    await visit(path)
    const received = origin.requests.filter(({ url }) => url === path)
    expect.soft(received, path).toHaveLength(2)
  }
  expect((await send(origin.url, '/no-policy')).headers['cache-control']).toBe(noStore)
})

test('public paths lose their credentials; private paths keep them and are never cached', async ({
  origin,
  visit,
}) => {
  const credentials = { cookie: 'session=ann', authorization: 'Bearer ann' }
  origin.respondWith((request, response) => {
    const { cookie = 'no cookie', authorization = 'no token' } = request.headers
    response
      .writeHead(200, { 'Cache-Control': 'public, s-maxage=60' })
      .end(`${cookie}, ${authorization}`)
  })

  const publicPaths = [
    '/repos/acme/rocket',
    '/',
    '/meadow',
    '/api/sessions',
    '/api/export/mean.csv',
  ]
  for (const path of publicPaths) {
    expect((await visit(path, credentials)).text).toBe('no cookie, no token')
    expect((await visit(path)).cacheStatus).toBe('HIT')
  }
  for (const path of [
    '/me',
    '/me?page=2',
    '/me/',
    '/me/repos/acme/rocket',
    '/_next/data/build/me.json',
    '/_next/data/build/me/inbox.json?page=2',
    '/sign-in',
    '/api/session',
    '/api/export/me/board.csv',
    '/api/auth/callback?code=1',
  ]) {
    expect((await visit(path, credentials)).text, path).toBe('session=ann, Bearer ann')
    expect((await visit(path)).text, path).toBe('no cookie, no token')
  }
})

test('another spelling of a private path is not cached with credentials', async ({
  origin,
  visit,
}) => {
  origin.respondWith((request, response) => {
    response
      .writeHead(200, { 'Cache-Control': 'public, s-maxage=60' })
      .end(request.headers.cookie ?? 'anonymous')
  })

  for (const path of ['//me', '/%6de', '/./me', '/repos/../me', '/me%2finbox', '/ME', '/me;a']) {
    await visit(path, { cookie: 'session=ann' })
    expect((await visit(path)).text, path).toBe('anonymous')
  }
})

test('two hosts never share a cache entry, and the origin receives neither', async ({
  origin,
  visit,
}) => {
  let count = 0
  origin.respondWith((request, response) => {
    response
      .writeHead(200, { 'Cache-Control': 'public, s-maxage=60' })
      .end(`${++count} for ${request.headers.host}`)
  })

  expect((await visit('/', { host: 'one.test' })).text).toBe('1 for dashboard')
  expect((await visit('/', { host: 'two.test' })).text).toBe('2 for dashboard')
  expect((await visit('/', { host: 'one.test' })).text).toBe('1 for dashboard')
})

test('a response that varies by language is stored by Varnish once for each, and not by nginx', async ({
  cache,
  origin,
  visit,
}) => {
  origin.respondWith(respondWithPolicy({ ...oneMinute, varyOn: ['Accept-Language'] }))

  expect((await visit('/', { 'accept-language': 'de' })).text).toBe('response 1')
  expect((await visit('/', { 'accept-language': 'en' })).text).toBe('response 2')
  const again = await visit('/', { 'accept-language': 'de' })
  expect(again.text).toBe(cache === 'nginx' ? 'response 3' : 'response 1')
})

test('a page is stored once, however a visitor spells Accept-Encoding', async ({
  origin,
  visit,
}) => {
  origin.respondWith(respondWithPolicy({ ...oneMinute, varyOn: ['Accept-Encoding'] }))

  expect((await visit()).text).toBe('response 1')
  for (const encoding of ['identity', 'x-invented', 'identity, br;q=0', 'x-invented-2,identity']) {
    const again = await visit('/', { 'accept-encoding': encoding })
    expect(again, encoding).toEqual({ status: 200, cacheStatus: 'HIT', text: 'response 1' })
  }
})
