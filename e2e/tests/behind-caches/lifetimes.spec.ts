import type { ServerResponse } from 'node:http'
import { type CachePolicy, cacheHeaders } from '@repo/cache-headers'
import { expect, test } from '../../support/behind-tiny-origin.ts'
import { send } from '../../support/send.ts'

const nobody = 'private, no-store'

/** Answers with a policy of the package; the body counts the answers. */
function keptBy(policy: CachePolicy) {
  let count = 0
  return (_request: unknown, response: ServerResponse) => {
    for (const [name, value] of Object.entries(cacheHeaders(policy))) {
      response.setHeader(name, value)
    }
    response.end(`answer ${++count}`)
  }
}

test('an answer is kept while it is fresh, then stale while one request renews it', async ({
  origin,
  visit,
}) => {
  const answer = keptBy({ scope: 'public', sMaxAge: 1, staleWhileRevalidate: 20 })
  origin.answer(answer)

  expect(await visit()).toEqual({ status: 200, verdict: 'MISS', text: 'answer 1' })
  expect(await visit()).toEqual({ status: 200, verdict: 'HIT', text: 'answer 1' })
  await expect.poll(async () => (await visit()).verdict).toBe('STALE')
  await expect.poll(async () => (await visit()).text).toBe('answer 2')
  expect(origin.asked).toHaveLength(2)
})

test('a renewal keeps no visitor waiting, and a crowd costs one', async ({ origin, visit }) => {
  const answer = keptBy({ scope: 'public', sMaxAge: 1, staleWhileRevalidate: 20 })
  origin.answer(answer)
  await visit()
  const held: ServerResponse[] = []
  origin.answer((_request, response) => held.push(response))

  await expect.poll(async () => (await visit()).verdict).not.toBe('HIT')
  const crowd = await Promise.all(Array.from({ length: 50 }, () => visit()))
  expect(new Set(crowd.map(({ text }) => text))).toEqual(new Set(['answer 1']))
  expect(origin.asked).toHaveLength(2)

  for (const response of held) answer(undefined, response)
  await expect.poll(async () => (await visit()).text).toBe('answer 2')
})

test('a crowd before a page that is not there yet costs one request', async ({ origin, visit }) => {
  const answer = keptBy({ scope: 'public', sMaxAge: 60, staleWhileRevalidate: 0 })
  const held: ServerResponse[] = []
  origin.answer((_request, response) => held.push(response))
  const crowd = Array.from({ length: 50 }, () => visit())
  await expect.poll(() => held.length).toBe(1)
  for (const response of held) answer(undefined, response)

  const answers = await Promise.all(crowd)
  expect(new Set(answers.map(({ text }) => text))).toEqual(new Set(['answer 1']))
  expect(origin.asked).toHaveLength(1)
})

test('where the first answer may not be kept, the others of a crowd do not wait for each other', async ({
  origin,
  visit,
}) => {
  const answer = keptBy({ scope: 'private' })
  const held: ServerResponse[] = []
  origin.answer((_request, response) => held.push(response))
  const crowd = Array.from({ length: 10 }, () => visit())
  await expect.poll(() => held.length).toBeGreaterThan(0)
  for (const response of held.splice(0, 1)) answer(undefined, response)

  await expect.poll(() => held.length).toBe(9)
  for (const response of held) answer(undefined, response)
  const answers = await Promise.all(crowd)
  expect(new Set(answers.map(({ text }) => text)).size).toBe(10)
})

test('without a stale time a visitor waits for the new answer', async ({ origin, visit }) => {
  origin.answer(keptBy({ scope: 'public', sMaxAge: 1, staleWhileRevalidate: 0 }))

  await visit()
  await expect.poll(async () => (await visit()).text).toBe('answer 2')
  expect(origin.asked).toHaveLength(2)
})

test('while the origin is stopped the old answer is served as long as it says, and then no more', async ({
  origin,
  visit,
}) => {
  origin.answer(keptBy({ scope: 'public', sMaxAge: 1, staleWhileRevalidate: 0, staleIfError: 3 }))
  await visit()
  await origin.stop()

  await expect.poll(async () => (await visit()).verdict).toBe('STALE')
  expect(await visit()).toEqual({ status: 200, verdict: 'STALE', text: 'answer 1' })
  await expect.poll(async () => (await visit()).status, { timeout: 10_000 }).toBeGreaterThan(500)
  expect((await send(origin.url, '/')).headers['cache-control']).toBe(nobody)

  await origin.start()
  await expect.poll(async () => (await visit()).text).toBe('answer 2')
})

test('a renewal that fails leaves the old answer as it is', async ({ origin, visit }) => {
  const answer = keptBy({ scope: 'public', sMaxAge: 1, staleWhileRevalidate: 20 })
  origin.answer(answer)
  await visit()
  origin.answer((_request, response) => {
    response.writeHead(503, { 'Cache-Control': nobody }).end('down')
  })

  await expect.poll(() => visit().then(() => origin.asked.length)).toBeGreaterThan(2)
  expect((await visit()).text).toBe('answer 1')
  origin.answer(answer)
  await expect.poll(async () => (await visit()).text).toBe('answer 2')
})

test('an origin that answers with an error is covered by stale-if-error in Varnish, and in nginx only one that does not answer', async ({
  cache,
  origin,
  visit,
}) => {
  origin.answer(keptBy({ scope: 'public', sMaxAge: 1, staleWhileRevalidate: 0, staleIfError: 60 }))
  await visit()
  origin.answer((_request, response) => {
    response.writeHead(503, { 'Cache-Control': nobody }).end('down')
  })

  const down = { status: 503, verdict: 'EXPIRED', text: 'down' }
  const stale = { status: 200, verdict: 'STALE', text: 'answer 1' }
  await expect.poll(() => visit()).toEqual(cache === 'nginx' ? down : stale)
})

for (const status of [302, 403, 429, 500, 503]) {
  test(`a ${status} is kept by nobody, even where a header from before says that it may be`, async ({
    origin,
    visit,
  }) => {
    origin.answer((_request, response) => {
      response.writeHead(status, { 'Cache-Control': 'public, s-maxage=60', Location: '/' }).end()
    })
    await visit()
    await visit()
    expect(origin.asked).toHaveLength(2)
  })
}

test('an answer that says nothing of caches is kept by nobody, and says so from here on', async ({
  origin,
  visit,
}) => {
  origin.answer((_request, response) => response.writeHead(308, { Location: '/' }).end())
  expect((await send(origin.url, '/')).headers['cache-control']).toBe(nobody)
  await visit()
  expect(origin.asked).toHaveLength(2)
})

test('an answer that sets a cookie is kept by nobody', async ({ origin, visit }) => {
  origin.answer((_request, response) => {
    response
      .writeHead(200, { 'Cache-Control': 'public, s-maxage=60', 'Set-Cookie': 'a=b' })
      .end('for one')
  })
  await visit()
  await visit()
  expect(origin.asked).toHaveLength(2)
})

test('public addresses lose their credentials, and personal ones keep them and are never kept', async ({
  origin,
  visit,
}) => {
  const credentials = { cookie: 'session=ann', authorization: 'Bearer ann' }
  origin.answer((request, response) => {
    const { cookie = 'no cookie', authorization = 'no token' } = request.headers
    response
      .writeHead(200, { 'Cache-Control': 'public, s-maxage=60' })
      .end(`${cookie}, ${authorization}`)
  })

  for (const path of ['/repos/acme/rocket', '/', '/meadow', '/api/sessions', '/api/export/me']) {
    expect((await visit(path, credentials)).text).toBe('no cookie, no token')
    expect((await visit(path)).verdict).toBe('HIT')
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
    '/api/auth/callback?code=1',
  ]) {
    expect((await visit(path, credentials)).text, path).toBe('session=ann, Bearer ann')
    expect((await visit(path)).text, path).toBe('no cookie, no token')
  }
})

test('a personal address that is written in another way is passed through or loses its credentials', async ({
  origin,
  visit,
}) => {
  origin.answer((request, response) => {
    response
      .writeHead(200, { 'Cache-Control': 'public, s-maxage=60' })
      .end(request.headers.cookie ?? 'a stranger')
  })

  for (const path of ['//me', '/%6de', '/./me', '/repos/../me', '/me%2finbox', '/ME', '/me;a']) {
    await visit(path, { cookie: 'session=ann' })
    expect((await visit(path)).text, path).toBe('a stranger')
  }
})

test('two names never share an entry, and the origin is told neither', async ({
  origin,
  visit,
}) => {
  let count = 0
  origin.answer((request, response) => {
    response
      .writeHead(200, { 'Cache-Control': 'public, s-maxage=60' })
      .end(`${++count} for ${request.headers.host}`)
  })

  expect((await visit('/', { host: 'one.test' })).text).toBe('1 for dashboard')
  expect((await visit('/', { host: 'two.test' })).text).toBe('2 for dashboard')
  expect((await visit('/', { host: 'one.test' })).text).toBe('1 for dashboard')
})

test('an answer that depends on the language is kept once for each', async ({ origin, visit }) => {
  const everyone = { scope: 'public', sMaxAge: 60, staleWhileRevalidate: 0 } as const
  const answer = keptBy({ ...everyone, varyOn: ['Accept-Language'] })
  origin.answer(answer)

  expect((await visit('/', { 'accept-language': 'de' })).text).toBe('answer 1')
  expect((await visit('/', { 'accept-language': 'en' })).text).toBe('answer 2')
  expect((await visit('/', { 'accept-language': 'de' })).text).toBe('answer 1')
})
