import type { RequestListener } from 'node:http'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import type { GitHubErrorKind } from '../http/github-error.ts'
import { startServer } from '../test-support/github.ts'
import { createWorld } from '../test-support/world.ts'

type Fault = {
  fault: string
  kind: GitHubErrorKind
  /** How GitHub answers. */
  answer?: RequestListener
  /** What comes of the connection, where GitHub does not get to answer. */
  connect?: (request: Request) => Promise<Response>
  /** Requests of one cold read. */
  requests?: number
  /** Milliseconds after which a request is given up, for a fault that has no other end. */
  requestTimeoutMs?: number
}

const noon = '2026-06-01T12:00:00.000Z'
const json = { 'content-type': 'application/json; charset=utf-8' }
const rocket = (stars: number) =>
  JSON.stringify({ full_name: 'acme/rocket', stargazers_count: stars })

const body =
  (
    text: string | Uint8Array,
    headers: Record<string, string> = {},
    status = 200,
  ): RequestListener =>
  (_request, response) =>
    response.writeHead(status, { ...json, ...headers }).end(text)
const failing = (code: string) => async () => {
  throw new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) })
}

const faults: Fault[] = [
  {
    fault: 'refuses the connection',
    kind: 'unreachable',
    connect: () => fetch('http://127.0.0.1:2/'),
    requests: 2,
  },
  { fault: 'has no address', kind: 'unreachable', connect: failing('ENOTFOUND'), requests: 2 },
  {
    fault: 'speaks no TLS',
    kind: 'unreachable',
    connect: ({ url }) => fetch(url.replace('http:', 'https:')),
    requests: 2,
  },
  {
    fault: 'has a certificate that has expired',
    kind: 'unreachable',
    connect: failing('CERT_HAS_EXPIRED'),
    requests: 2,
  },
  {
    fault: 'never answers',
    kind: 'unreachable',
    answer: () => {},
    requests: 2,
    requestTimeoutMs: 1000,
  },
  {
    fault: 'sends a byte now and then',
    kind: 'unreachable',
    requestTimeoutMs: 1000,
    answer: (_request, response) => {
      response.writeHead(200, json)
      const dripping = setInterval(() => response.write(' '), 20)
      response.once('close', () => clearInterval(dripping))
    },
  },
  {
    fault: 'hangs up before it answers',
    kind: 'unreachable',
    answer: (_request, response) => response.destroy(),
    requests: 2,
  },
  {
    fault: 'cuts off a body with a length',
    kind: 'unreachable',
    answer: (_request, response) => {
      response.writeHead(200, { ...json, 'content-length': rocket(9).length })
      response.write('{', () => response.destroy())
    },
  },
  {
    fault: 'cuts off a chunked body',
    kind: 'unreachable',
    answer: (_request, response) => {
      response.writeHead(200, json).write('{', () => response.destroy())
    },
  },
  { fault: 'sends half of the JSON', kind: 'malformed', answer: body(rocket(9).slice(0, 20)) },
  {
    fault: 'sends half of a gzip',
    kind: 'malformed',
    answer: body(gzipSync(rocket(9)).subarray(0, 30), { 'content-encoding': 'gzip' }),
  },
  {
    fault: 'sends no gzip for one',
    kind: 'unreachable',
    answer: body(rocket(9), { 'content-encoding': 'gzip' }),
  },
  {
    fault: 'sends HTML with 200',
    kind: 'malformed',
    answer: body('<h1>Unicorn</h1>', { 'content-type': 'text/html' }),
  },
  {
    fault: 'sends HTML with 502',
    kind: 'unreachable',
    answer: body('<h1>Unicorn</h1>', { 'content-type': 'text/html' }, 502),
    requests: 2,
  },
  { fault: 'sends nothing with 200', kind: 'malformed', answer: body('') },
  { fault: 'sends null', kind: 'malformed', answer: body('null') },
  { fault: 'sends a list', kind: 'malformed', answer: body('[]') },
  { fault: 'leaves the name out', kind: 'malformed', answer: body('{"stargazers_count":9}') },
  {
    fault: 'sends a number that is none',
    kind: 'malformed',
    answer: body('{"full_name":"acme/rocket","stargazers_count":1e999}'),
  },
  {
    fault: 'sends a date that is none',
    kind: 'malformed',
    answer: body('{"full_name":"acme/rocket","pushed_at":"yesterday"}'),
  },
  { fault: 'sends too much', kind: 'malformed', answer: body(' '.repeat(20_000) + rocket(9)) },
  {
    fault: 'sends without an end',
    kind: 'malformed',
    answer: (_request, response) => {
      const more = () => response.write(' '.repeat(1000), () => response.writable && more())
      response.writeHead(200, json)
      more()
    },
  },
  {
    fault: 'sends a huge header',
    kind: 'unreachable',
    answer: body(rocket(9), { 'x-huge': 'x'.repeat(100_000) }),
    requests: 2,
  },
  {
    fault: 'sends two lengths',
    kind: 'unreachable',
    answer: (request) => {
      request.socket.end('HTTP/1.1 200 OK\r\ncontent-length: 2\r\ncontent-length: 3\r\n\r\n{} ')
    },
    requests: 2,
  },
  { fault: 'fails with 500', kind: 'unreachable', answer: body('{}', {}, 500) },
  { fault: 'fails with 503', kind: 'unreachable', answer: body('{}', {}, 503), requests: 2 },
  { fault: 'computes', kind: 'computing', answer: body('{}', {}, 202) },
  {
    fault: 'redirects in a circle',
    kind: 'malformed',
    answer: body('', { location: '/repos/acme/rocket' }, 302),
    requests: 4,
  },
  {
    fault: 'redirects to another host',
    kind: 'malformed',
    answer: body('', { location: 'http://169.254.169.254/' }, 302),
  },
  { fault: 'says that nothing has changed', kind: 'malformed', answer: body('', {}, 304) },
  {
    fault: 'limits',
    kind: 'rate-limited',
    answer: body('{}', { 'retry-after': '2' }, 403),
  },
]

async function worldOverHttp({ answer, connect, requestTimeoutMs = 60_000 }: Fault) {
  let stars = 1
  let isFaulty = false
  const { url } = await startServer((request, response) => {
    if (isFaulty) answer?.(request, response)
    else body(rocket(stars))(request, response)
  })
  const world = createWorld(
    (request) => (isFaulty && connect ? connect(request) : fetch(request)),
    {
      baseUrl: url,
      requestTimeoutMs,
      maxBodyBytes: 10_000,
    },
  )
  return {
    ...world,
    stars: () => world.stars({ deadlineMs: 60_000 }),
    breaks() {
      isFaulty = true
    },
    heals() {
      isFaulty = false
      stars = 2
    },
  }
}

test.each(faults)('gives the last good answer when GitHub $fault', async (fault) => {
  const { stars, clock, requests, breaks, heals, client } = await worldOverHttp(fault)
  await stars()
  breaks()
  clock.pass(3600)
  // Who is counting has not failed.
  const stale = fault.kind === 'computing' ? 'revalidating' : 'upstream-error'
  expect(await stars()).toMatchObject({ stars: 1, asOf: noon, stale })
  expect(client.status().lastErrors.map(({ kind }) => kind)).toEqual([fault.kind])

  heals()
  clock.pass(2)
  const before = requests.length
  expect(await stars()).toEqual({ stars: 2, asOf: '2026-06-01T13:00:02.000Z' })
  expect(requests.length - before).toBe(1)
})

test.each(faults)('fails when GitHub $fault and nothing is kept', async (fault) => {
  const { stars, clock, requests, breaks, heals, shared } = await worldOverHttp(fault)
  breaks()
  await expect(stars()).rejects.toMatchObject({
    name: 'GitHubError',
    kind: fault.kind,
    path: '/repos/acme/rocket',
  })
  expect(requests).toHaveLength(fault.requests ?? 1)
  expect([...shared.kept.keys()].filter((key) => !key.startsWith('error '))).toEqual([])

  heals()
  clock.pass(2)
  expect(await stars()).toEqual({ stars: 2, asOf: '2026-06-01T12:00:02.000Z' })
  expect(requests).toHaveLength((fault.requests ?? 1) + 1)
})

test('takes an answer that has come in time, however busy the process was meanwhile', async () => {
  const startedAt = Date.now()
  const { url } = await startServer((request, response) => {
    body(rocket(1))(request, response)
    // Nothing is read until the deadline has passed.
    while (Date.now() < startedAt + 1500);
  })
  const { stars, client } = createWorld(fetch, { baseUrl: url, now: Date.now })
  expect(await stars({ deadlineMs: 1000 }, client)).toMatchObject({ stars: 1 })
})
