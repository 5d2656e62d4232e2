import type { RequestListener } from 'node:http'
import { expect, onTestFinished, test, vi } from 'vitest'
import { startServer } from '../test-support/github.ts'
import { twoInstances } from '../test-support/redis.ts'
import { createWorld, deferred, rocket } from '../test-support/world.ts'
import { createClient } from './client.ts'

const noon = '2026-06-01T12:00:00.000Z'
const key = 'public https://github.test/repos/acme/rocket'
const json = { 'content-type': 'application/json; charset=utf-8' }
const error = (status: number, headers: Record<string, string> = {}) =>
  Response.json({}, { status, headers })

type Fault = { fault: string; respond: RequestListener; kind: string }

const send =
  (text: string, status = 200): RequestListener =>
  (_request, response) =>
    response.writeHead(status, json).end(text)

const faults: Fault[] = [
  { fault: 'sends data that cannot be read', kind: 'malformed', respond: send('[7]') },
  { fault: 'sends too much', kind: 'too-large', respond: send(' '.repeat(20_000)) },
  { fault: 'fails with 500', kind: 'unreachable', respond: send('{}', 500) },
  { fault: 'fails with 503', kind: 'unreachable', respond: send('{}', 503) },
  {
    fault: 'resets the connection',
    kind: 'unreachable',
    respond: (request) => request.socket.resetAndDestroy(),
  },
  {
    fault: 'cuts off the body',
    kind: 'unreachable',
    respond: (_request, response) => {
      response.writeHead(200, json).write('{', () => response.destroy())
    },
  },
  { fault: 'never responds', kind: 'unreachable', respond: () => {} },
  { fault: 'is computing', kind: 'computing', respond: send('{}', 202) },
  { fault: 'forbids it', kind: 'forbidden', respond: send('{}', 403) },
  { fault: 'rejects the request', kind: 'invalid-request', respond: send('{}', 422) },
]

test.each(faults)(
  'requests a resource three times at most in ten seconds if GitHub $fault',
  async ({ respond, kind }) => {
    const { url, requests } = await startServer((request, response) => {
      if (request.url?.endsWith('/languages')) return respond(request, response)
      send('{"full_name":"acme/rocket","stargazers_count":1}')(request, response)
    })
    const { client, clock } = createWorld(fetch, {
      baseUrl: url,
      requestTimeoutMs: 500,
      maxBodyBytes: 10_000,
    })
    async function visit() {
      const github = client.forRequest()
      const [repo, languages] = await Promise.allSettled([
        github.getRepo('acme', 'rocket'),
        github.getLanguages('acme', 'rocket'),
      ])
      return {
        repo: repo.status,
        languages: languages.status === 'rejected' ? languages.reason.kind : languages.status,
      }
    }

    // Fifty visits every 2.5 seconds.
    for (let round = 0; round < 4; round++) {
      const visits = await Promise.all(Array.from({ length: 50 }, visit))
      expect(new Set(visits.map((result) => JSON.stringify(result)))).toEqual(
        new Set([JSON.stringify({ repo: 'fulfilled', languages: kind })]),
      )
      clock.advance(2.5)
    }
    const sent = requests.filter(({ path }) => path?.endsWith('/languages'))
    expect(sent.length).toBeLessThanOrEqual(3)
  },
)

test('doubles the wait after each failure, up to a minute, and begins again after a success', async () => {
  const { stars, clock, requests, respondWith } = createWorld(() => error(500))
  const waits: number[] = []
  for (let failures = 1; failures <= 7; failures++) {
    await stars().catch(() => {})
    expect(requests).toHaveLength(failures)
    let seconds = 0
    while (requests.length === failures) {
      clock.advance(1)
      seconds++
      if (failures === 7) break
      await stars().catch(() => {})
    }
    waits.push(seconds)
  }
  expect(waits.slice(0, 6)).toEqual([2, 4, 8, 16, 32, 60])

  clock.advance(60)
  respondWith(() => rocket(1))
  expect(await stars()).toMatchObject({ stars: 1 })
  clock.advance(86_400)
  respondWith(() => error(500))
  const before = requests.length
  await stars().catch(() => {})
  clock.advance(2)
  await stars().catch(() => {})
  expect(requests.length - before).toBe(2)
})

test('waits up to a quarter longer, so that waits end at different times', async () => {
  const { stars, clock, requests } = createWorld(() => error(500), { random: () => 1 })
  await stars().catch(() => {})
  clock.advance(2.4)
  await stars().catch(() => {})
  expect(requests).toHaveLength(1)
  clock.advance(0.1)
  await stars().catch(() => {})
  expect(requests).toHaveLength(2)
})

test('counts a request and its retry as two failures, and then does not retry', async () => {
  const { stars, clock, requests } = createWorld(() => error(503))
  await stars().catch(() => {})
  expect(requests).toHaveLength(2)
  clock.advance(3)
  await stars().catch(() => {})
  expect(requests).toHaveLength(2)
  clock.advance(1)
  await stars().catch(() => {})
  expect(requests).toHaveLength(3)
})

test('serves the last known data during the wait, without a request', async () => {
  const { stars, clock, requests, respondWith } = createWorld(() => rocket(1))
  await stars()
  respondWith(() => error(500))
  const stale = { stars: 1, asOf: noon, stale: 'upstream-error' }
  clock.advance(600)
  expect(await stars()).toEqual(stale)
  clock.advance(1)
  expect(await stars()).toEqual(stale)
  expect(requests).toHaveLength(2)
})

test('serves data within stale-while-revalidate as failing during the wait', async () => {
  const { stars, clock, requests, respondWith } = createWorld(() => rocket(1))
  await stars()
  respondWith(() => error(500))
  clock.advance(60)
  expect(await stars()).toEqual({ stars: 1, asOf: noon, stale: 'revalidating' })
  await expect.poll(() => stars()).toEqual({ stars: 1, asOf: noon, stale: 'upstream-error' })
  expect(requests).toHaveLength(2)
})

test('throws the last error during the wait, and lists it once', async () => {
  const { stars, client, requests } = createWorld(() => error(500))
  for (const _time of ['first', 'second']) {
    await expect(stars()).rejects.toMatchObject({
      message: 'GitHub responded 500 to GET /repos/acme/rocket: unreachable',
      status: 500,
    })
  }
  expect(requests).toHaveLength(1)
  expect(client.status().lastErrors).toHaveLength(1)
})

test('waits as long as Retry-After of a 503 names', async () => {
  const { stars, clock, requests, respondWith } = createWorld(() =>
    error(503, { 'retry-after': '120' }),
  )
  await expect(stars()).rejects.toMatchObject({ status: 503 })
  respondWith(() => rocket(1))
  clock.advance(119)
  await expect(stars()).rejects.toMatchObject({ status: 503 })
  expect(requests).toHaveLength(1)
  clock.advance(1)
  expect(await stars()).toMatchObject({ stars: 1 })
})

test('does not wait longer when the clock is set back', async () => {
  const { stars, clock, respondWith } = createWorld(() => error(500))
  for (const wait of [2, 4, 8, 16, 32, 0]) {
    await stars().catch(() => {})
    clock.advance(wait)
  }
  clock.advance(-3600)
  respondWith(() => rocket(1))
  expect(await stars()).toEqual({ stars: 1, asOf: '2026-06-01T11:01:02.000Z' })
})

test.each([
  { failedAt: Date.parse(noon) + 60_000 },
  { retryAt: Date.parse(noon) + 600_000 },
  { attempts: 0 },
  { kind: 'none' },
  { until: 'tomorrow' },
])('ignores a failure in the store with %o', async (odd) => {
  const { stars, shared } = createWorld(() => rocket(1))
  const now = Date.parse(noon)
  const failure = {
    kind: 'unreachable',
    path: '/',
    attempts: 1,
    failedAt: now,
    retryAt: now + 2000,
  }
  await shared.set(`error ${key}`, { ...failure, ...odd }, 600)
  expect(await stars()).toEqual({ stars: 1, asOf: noon })
})

test('accepts data of an instance with a clock that is a second ahead', async () => {
  const { stars, clock, requests } = createWorld(() => rocket(1))
  await stars()
  clock.advance(-1)
  expect(await stars()).toEqual({ stars: 1, asOf: noon })
  expect(requests).toHaveLength(1)
})

test('does not wait again for a request that has already outlasted the deadline', async () => {
  const { promise, resolve } = deferred<Response>()
  const { stars, clock, requests } = createWorld(() => promise)
  const first = stars({ deadlineMs: 20 })
  await expect(first).rejects.toMatchObject({ kind: 'unreachable' })
  clock.advance(5)
  // It would wait for an hour.
  await expect(stars({ deadlineMs: 4000 })).rejects.toMatchObject({
    message: 'GitHub did not respond to GET /repos/acme/rocket: no complete response in time',
  })
  expect(requests).toHaveLength(1)

  resolve(rocket(1))
  await expect.poll(() => stars().catch(() => {})).toMatchObject({ stars: 1 })
  expect(requests).toHaveLength(1)
})

test('shares waits between instances through Redis', async () => {
  let isFailing = true
  const { url: baseUrl, requests } = await startServer((request, response) => {
    if (isFailing) return send('{}', 500)(request, response)
    send('{"full_name":"acme/rocket","stargazers_count":1}')(request, response)
  })
  const instances = await twoInstances()
  const [a, b] = instances.map((stores) =>
    createClient({ baseUrl, stores, now: () => Date.now(), random: () => 0 }),
  )
  const stars = (client = a) => client?.forRequest().getRepo('acme', 'rocket')

  await expect(stars(a)).rejects.toMatchObject({ status: 500 })
  await expect(stars(b)).rejects.toMatchObject({ status: 500 })
  expect(requests).toHaveLength(1)

  isFailing = false
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 2000 })
  onTestFinished(() => void vi.useRealTimers())
  expect(await stars(b)).toMatchObject({ data: { stars: 1 } })
  expect(await stars(a)).toMatchObject({ data: { stars: 1 } })
  expect(requests).toHaveLength(2)
})
