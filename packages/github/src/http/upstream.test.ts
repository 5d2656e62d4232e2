import { expect, test } from 'vitest'
import { createWorld, deferred, rocket } from '../test-support/world.ts'

const noon = '2026-06-01T12:00:00.000Z'
const later = (seconds: number) => String(Date.parse(noon) / 1000 + seconds)
const failure = (status: number, headers: Record<string, string> = {}) =>
  Response.json({}, { status, headers })
const quota = (resource: string, remaining: number, seconds: number) => ({
  'x-ratelimit-limit': '60',
  'x-ratelimit-remaining': String(remaining),
  'x-ratelimit-reset': later(seconds),
  'x-ratelimit-resource': resource,
})

test('sends at most twenty-four concurrent public requests before the latency is known', async () => {
  const waiting: ((response: Response) => void)[] = []
  const { client, requests } = createWorld(() => new Promise((resolve) => waiting.push(resolve)))
  const github = client.forRequest()
  const owners = Array.from({ length: 40 }, (_, index) => github.getOwner(`acme${index}`))
  for (const atOnce of [24, 16]) {
    await expect.poll(() => waiting.length).toBe(atOnce)
    for (const respond of waiting.splice(0)) respond(Response.json({ login: 'acme' }))
  }
  await Promise.all(owners)
  expect(requests).toHaveLength(40)
})

test('does not send a request that was queued past its deadline', async () => {
  const { promise, resolve } = deferred<Response>()
  const { client, clock, requests, stars } = createWorld(({ url }) =>
    url.includes('users') ? promise.then((response) => response.clone()) : rocket(1),
  )
  const github = client.forRequest()
  const owners = Array.from({ length: 24 }, (_, index) => github.getOwner(`acme${index}`))
  // Handled from the start: it may be rejected before the others are fulfilled.
  const queued = expect(stars()).rejects.toMatchObject({ kind: 'overloaded' })
  await expect.poll(() => requests.length).toBe(24)
  clock.advance(4)
  resolve(Response.json({ login: 'acme' }))
  await Promise.all(owners)

  await queued
  expect(requests).toHaveLength(24)
  expect(await stars()).toEqual({ stars: 1, asOf: '2026-06-01T12:00:04.000Z' })
})

test.each([502, 503, 504])('retries once after a %i, and not at once', async (status) => {
  const pauses: number[] = []
  const { stars, requests, respondWith } = createWorld(
    () => {
      respondWith(() => rocket(1))
      return failure(status)
    },
    { pause: async (milliseconds) => void pauses.push(milliseconds) },
  )
  expect(await stars()).toEqual({ stars: 1, asOf: noon })
  expect(requests).toHaveLength(2)
  expect(pauses).toEqual([expect.any(Number)])
  expect(pauses[0]).toBeGreaterThanOrEqual(50)
  expect(pauses[0]).toBeLessThanOrEqual(200)
})

test('retries once after a connection error', async () => {
  const { stars, requests } = createWorld(() => {
    throw new TypeError('fetch failed')
  })
  await expect(stars()).rejects.toMatchObject({ kind: 'unreachable', status: undefined })
  expect(requests).toHaveLength(2)
})

test.each([400, 401, 403, 404, 410, 422, 429, 451, 500, 501])(
  'does not retry after a %i',
  async (status) => {
    const { stars, requests } = createWorld(() => failure(status))
    await expect(stars()).rejects.toMatchObject({ status })
    expect(requests).toHaveLength(1)
  },
)

test('does not retry when little time is left', async () => {
  const { stars, requests } = createWorld(() => failure(503))
  await expect(stars({ deadlineMs: 549 })).rejects.toMatchObject({ status: 503 })
  expect(requests).toHaveLength(1)
})

test.each([
  ['retry-after', failure(403, { 'retry-after': '600' }), 600],
  ['the reset', failure(429, quota('core', 0, 600)), 600],
  ['a minute, if GitHub names no time', failure(429), 60],
  ['an hour at most', failure(403, { 'retry-after': '315360000' }), 3600],
  ['an hour at most for a reset that is years away', failure(403, quota('core', 0, 1e9)), 3600],
])('sends nothing until %s, and then resumes', async (_rule, response, seconds) => {
  const { stars, client, clock, requests, respondWith } = createWorld(() => response)
  const until = new Date(Date.parse(noon) + seconds * 1000).toISOString()
  await expect(stars()).rejects.toMatchObject({ kind: 'rate-limited', until })

  respondWith(() => rocket(1))
  clock.advance(seconds - 1)
  await expect(stars()).rejects.toMatchObject({ kind: 'rate-limited', until })
  await expect(client.forRequest().getOwner('acme')).rejects.toMatchObject({
    message: 'GitHub did not respond to GET /users/acme: rate-limited',
    until,
  })
  expect(requests).toHaveLength(1)

  clock.advance(1)
  expect(await stars()).toEqual({ stars: 1, asOf: until })
})

test('returns the reset with the last known data', async () => {
  const { stars, clock, requests, respondWith } = createWorld(() => rocket(1))
  await stars()
  clock.advance(600)
  respondWith(() => failure(403, { 'retry-after': '900' }))
  const limited = {
    stars: 1,
    asOf: noon,
    stale: 'upstream-error',
    until: '2026-06-01T12:25:00.000Z',
  }
  expect(await stars()).toEqual(limited)
  clock.advance(899)
  expect(await stars()).toEqual(limited)
  expect(requests).toHaveLength(2)

  clock.advance(1)
  respondWith(() => rocket(2))
  expect(await stars()).toEqual({ stars: 2, asOf: '2026-06-01T12:25:00.000Z' })
})

test('limits search and the rest independently', async () => {
  const found = () => Response.json({ total_count: 0, items: [] })
  const limited = () => failure(403, { 'retry-after': '60' })
  const search = { q: 'x', sort: 'stars', page: 1 } as const

  const one = createWorld(({ url }) => (url.includes('/search/') ? found() : limited()))
  await expect(one.stars()).rejects.toMatchObject({ kind: 'rate-limited' })
  expect(await one.client.forRequest().searchRepos(search)).toMatchObject({ data: { total: 0 } })

  const other = createWorld(({ url }) => (url.includes('/search/') ? limited() : rocket(1)))
  await expect(other.client.forRequest().searchRepos(search)).rejects.toMatchObject({
    kind: 'rate-limited',
  })
  expect(await other.stars()).toEqual({ stars: 1, asOf: noon })
})

test('sends nothing after the last request of the hour, which succeeded', async () => {
  const { stars, client, clock, requests, respondWith } = createWorld(() =>
    rocket(1, quota('core', 0, 600)),
  )
  expect(await stars()).toEqual({ stars: 1, asOf: noon })
  await expect(client.forRequest().getOwner('acme')).rejects.toMatchObject({
    kind: 'rate-limited',
    until: '2026-06-01T12:10:00.000Z',
  })
  expect(requests).toHaveLength(1)

  clock.advance(600)
  respondWith(() => rocket(2, quota('core', 59, 4200)))
  expect(await stars()).toEqual({ stars: 2, asOf: '2026-06-01T12:10:00.000Z' })
})

test('waits an hour at most after the last request, if the clocks are years apart', async () => {
  const { stars, client, clock, respondWith } = createWorld(() => rocket(1, quota('core', 0, 1e9)))
  await stars()
  await expect(client.forRequest().getOwner('acme')).rejects.toMatchObject({
    kind: 'rate-limited',
    until: '2026-06-01T13:00:00.000Z',
  })
  clock.advance(3600)
  respondWith(() => rocket(2))
  expect(await stars()).toEqual({ stars: 2, asOf: '2026-06-01T13:00:00.000Z' })
})

test('waits for the later of two resets', async () => {
  const { client, stars, clock, requests } = createWorld(({ url }) =>
    failure(403, { 'retry-after': url.includes('/users/') ? '5' : '600' }),
  )
  const github = client.forRequest()
  await Promise.allSettled([stars(), github.getOwner('acme')])
  clock.advance(5)
  await expect(stars()).rejects.toMatchObject({ until: '2026-06-01T12:10:00.000Z' })
  expect(requests).toHaveLength(2)
})

test('does not wait longer when the clock is set back', async () => {
  const { stars, clock, respondWith } = createWorld(() => failure(403, { 'retry-after': '3600' }))
  await expect(stars()).rejects.toMatchObject({ kind: 'rate-limited' })
  clock.advance(-86_400)
  respondWith(() => rocket(1))
  expect(await stars()).toEqual({ stars: 1, asOf: '2026-05-31T12:00:00.000Z' })
})

test('reports the remaining requests of each quota', async () => {
  const { stars, client } = createWorld(({ url }) =>
    url.includes('/search/')
      ? Response.json({ total_count: 0, items: [] }, { headers: quota('search', 9, 60) })
      : rocket(1, quota('core', 59, 3600)),
  )
  await stars()
  await client.forRequest().searchRepos({ q: 'x', sort: 'stars', page: 1 })
  expect(client.status().quotas).toEqual([
    { resource: 'core', limit: 60, remaining: 59, resetsAt: '2026-06-01T13:00:00.000Z' },
    { resource: 'search', limit: 60, remaining: 9, resetsAt: '2026-06-01T12:01:00.000Z' },
  ])
})

test.each([
  {},
  { ...quota('core', 0, 60), 'x-ratelimit-reset': 'soon' },
  { ...quota('core', 0, 60), 'x-ratelimit-reset': '-1' },
  { ...quota('core', 0, 60), 'x-ratelimit-reset': '1e300' },
  { ...quota('core', 0, 60), 'x-ratelimit-remaining': '0, 0' },
  { ...quota('core', 0, 60), 'x-ratelimit-limit': 'many' },
])('ignores an invalid quota: %o', async (headers) => {
  const { stars, client } = createWorld(() => rocket(1, headers))
  await stars()
  expect(client.status().quotas).toEqual([])
  await expect(client.forRequest().getOwner('acme')).rejects.toMatchObject({ kind: 'malformed' })
})

const token = 'ghp_bad'
const rejectToken = ({ headers }: Request) =>
  headers.has('authorization') ? failure(401) : rocket(1, { etag: '"public"' })

test('sends no token for ten minutes after GitHub rejects the server’s, and then sends it again', async () => {
  const { stars, client, clock, requests, respondWith } = createWorld(rejectToken, { token })
  expect(client.status().isTokenRejected).toBe(false)
  expect(await stars()).toEqual({ stars: 1, asOf: noon })
  expect(client.status().isTokenRejected).toBe(true)
  clock.advance(599)
  await client
    .forRequest()
    .getOwner('acme')
    .catch(() => {})
  expect(client.status().isTokenRejected).toBe(true)

  clock.advance(1)
  expect(client.status().isTokenRejected).toBe(false)
  respondWith(() => rocket(2))
  expect(await stars()).toEqual({ stars: 2, asOf: '2026-06-01T12:10:00.000Z' })
  expect(client.status().isTokenRejected).toBe(false)

  expect(requests.map(({ url, headers }) => [url.slice(19), headers.get('authorization')])).toEqual(
    [
      ['/repos/acme/rocket', 'token ghp_bad'],
      ['/rate_limit', 'token ghp_bad'],
      ['/repos/acme/rocket', null],
      ['/users/acme', null],
      ['/repos/acme/rocket', 'token ghp_bad'],
    ],
  )
  expect(JSON.stringify(client.status())).not.toContain(token)
})

test('sends no entity tag of a response to a token that GitHub has rejected since', async () => {
  const { stars, client, clock, requests, respondWith } = createWorld(
    ({ url }) =>
      url.includes('/users/')
        ? Response.json({ login: 'acme' }, { headers: { etag: '"t"' } })
        : rocket(1, { etag: '"t"' }),
    { token },
  )
  await Promise.all([stars(), client.forRequest().getOwner('acme')])
  clock.advance(3600)
  respondWith(({ headers, url }) => {
    if (headers.has('authorization')) return failure(401)
    return url.includes('/users/') ? Response.json({ login: 'acme' }) : rocket(2)
  })
  await stars()
  await client.forRequest().getOwner('acme')

  const sent = requests.slice(2).map(({ headers }) => ({
    token: headers.has('authorization'),
    etag: headers.get('if-none-match'),
  }))
  expect(sent).toEqual([
    { token: true, etag: '"t"' },
    // The check of the token.
    { token: true, etag: null },
    { token: false, etag: null },
    { token: false, etag: null },
  ])
})

test('throws unauthorized when GitHub rejects the request without a token too', async () => {
  const { stars, requests } = createWorld(() => failure(401), { token })
  await expect(stars()).rejects.toMatchObject({ kind: 'unauthorized', status: 401 })
  expect(requests.map(({ url }) => url.slice(19))).toEqual([
    '/repos/acme/rocket',
    '/rate_limit',
    '/repos/acme/rocket',
  ])
})
