import type { RequestListener } from 'node:http'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import type { GitHubErrorKind } from '../http/github-error.ts'
import { startServer } from '../test-support/github.ts'
import { createWorld } from '../test-support/world.ts'

type Fault = {
  fault: string
  kind: GitHubErrorKind
  /** How GitHub responds. */
  respond?: RequestListener
  /** What happens to the connection, if GitHub does not get to respond. */
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
    fault: 'does not support TLS',
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
    fault: 'never responds',
    kind: 'unreachable',
    respond: () => {},
    requests: 2,
    requestTimeoutMs: 1000,
  },
  {
    fault: 'sends a byte now and then',
    kind: 'unreachable',
    requestTimeoutMs: 1000,
    respond: (_request, response) => {
      response.writeHead(200, json)
      const dripping = setInterval(() => response.write(' '), 20)
      response.once('close', () => clearInterval(dripping))
    },
  },
  {
    fault: 'closes the connection before it responds',
    kind: 'unreachable',
    respond: (_request, response) => response.destroy(),
    requests: 2,
  },
  {
    fault: 'cuts off a body with a length',
    kind: 'unreachable',
    respond: (_request, response) => {
      response.writeHead(200, { ...json, 'content-length': rocket(9).length })
      response.write('{', () => response.destroy())
    },
  },
  {
    fault: 'cuts off a chunked body',
    kind: 'unreachable',
    respond: (_request, response) => {
      response.writeHead(200, json).write('{', () => response.destroy())
    },
  },
  { fault: 'sends half of the JSON', kind: 'malformed', respond: body(rocket(9).slice(0, 20)) },
  {
    fault: 'sends half of a gzip',
    kind: 'malformed',
    respond: body(gzipSync(rocket(9)).subarray(0, 30), { 'content-encoding': 'gzip' }),
  },
  {
    fault: 'labels as gzip what is not',
    kind: 'malformed',
    respond: body(rocket(9), { 'content-encoding': 'gzip' }),
  },
  {
    fault: 'sends HTML with 200',
    kind: 'malformed',
    respond: body('<h1>Unicorn</h1>', { 'content-type': 'text/html' }),
  },
  {
    fault: 'sends HTML with 502',
    kind: 'unreachable',
    respond: body('<h1>Unicorn</h1>', { 'content-type': 'text/html' }, 502),
    requests: 2,
  },
  { fault: 'sends nothing with 200', kind: 'malformed', respond: body('') },
  { fault: 'sends null', kind: 'malformed', respond: body('null') },
  { fault: 'sends a list', kind: 'malformed', respond: body('[]') },
  { fault: 'leaves the name out', kind: 'malformed', respond: body('{"stargazers_count":9}') },
  {
    fault: 'sends an invalid name',
    kind: 'malformed',
    respond: body('{"full_name":"rocket","stargazers_count":9}'),
  },
  {
    fault: 'sends a number instead of the name',
    kind: 'malformed',
    respond: body('{"full_name":1e999,"stargazers_count":9}'),
  },
  { fault: 'sends too much', kind: 'too-large', respond: body(' '.repeat(20_000) + rocket(9)) },
  {
    fault: 'sends without an end',
    kind: 'too-large',
    respond: (_request, response) => {
      const more = () => response.write(' '.repeat(1000), () => response.writable && more())
      response.writeHead(200, json)
      more()
    },
  },
  {
    fault: 'sends a huge header',
    kind: 'unreachable',
    respond: body(rocket(9), { 'x-huge': 'x'.repeat(100_000) }),
    requests: 2,
  },
  {
    fault: 'sends two lengths',
    kind: 'unreachable',
    respond: (request) => {
      request.socket.end('HTTP/1.1 200 OK\r\ncontent-length: 2\r\ncontent-length: 3\r\n\r\n{} ')
    },
    requests: 2,
  },
  { fault: 'fails with 500', kind: 'unreachable', respond: body('{}', {}, 500) },
  { fault: 'fails with 503', kind: 'unreachable', respond: body('{}', {}, 503), requests: 2 },
  { fault: 'is computing', kind: 'computing', respond: body('{}', {}, 202) },
  {
    fault: 'redirects in a circle',
    kind: 'malformed',
    respond: body('', { location: '/repos/acme/rocket' }, 302),
  },
  {
    fault: 'redirects to another host',
    kind: 'malformed',
    respond: body('', { location: 'http://169.254.169.254/' }, 302),
  },
  {
    fault: 'responds 304 to an unconditional request',
    kind: 'malformed',
    respond: body('', {}, 304),
  },
  {
    fault: 'limits the rate',
    kind: 'rate-limited',
    respond: body('{}', { 'retry-after': '2' }, 403),
  },
]

/** Seconds until the resource is requested again: a request that was retried has failed twice. */
function waitAfter({ kind, requests }: Fault): number {
  return kind === 'unreachable' && requests === 2 ? 4 : 2
}

async function worldOverHttp({ respond, connect, requestTimeoutMs = 60_000 }: Fault) {
  let stars = 1
  let isFaulty = false
  const { url } = await startServer((request, response) => {
    if (isFaulty) respond?.(request, response)
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

test.each(faults)('serves the last known data when GitHub $fault', async (fault) => {
  const { stars, clock, requests, breaks, heals, client } = await worldOverHttp(fault)
  await stars()
  breaks()
  clock.advance(3600)
  // Computing is not a failure.
  const stale = fault.kind === 'computing' ? 'revalidating' : 'upstream-error'
  expect(await stars()).toMatchObject({ stars: 1, asOf: noon, stale })
  expect(client.status().lastErrors.map(({ kind }) => kind)).toEqual([fault.kind])

  heals()
  clock.advance(waitAfter(fault))
  const before = requests.length
  expect(await stars()).toEqual({ stars: 2, asOf: new Date(clock.now()).toISOString() })
  expect(requests.length - before).toBe(1)
})

test.each(faults)('throws when GitHub $fault and nothing is stored', async (fault) => {
  const { stars, clock, requests, breaks, heals, shared } = await worldOverHttp(fault)
  breaks()
  await expect(stars()).rejects.toMatchObject({
    name: 'GitHubError',
    kind: fault.kind,
    path: '/repos/acme/rocket',
  })
  expect(requests).toHaveLength(fault.requests ?? 1)
  expect([...shared.entries.keys()].filter((key) => !key.startsWith('error '))).toEqual([])

  heals()
  clock.advance(waitAfter(fault))
  expect(await stars()).toEqual({ stars: 2, asOf: new Date(clock.now()).toISOString() })
  expect(requests).toHaveLength((fault.requests ?? 1) + 1)
})

test('accepts a response that arrived in time, however busy the process was meanwhile', async () => {
  const startedAt = Date.now()
  const { url } = await startServer((request, response) => {
    body(rocket(1))(request, response)
    // Nothing is read until the deadline has passed.
    while (Date.now() < startedAt + 1500);
  })
  const { stars, client } = createWorld(fetch, { baseUrl: url, now: Date.now })
  expect(await stars({ deadlineMs: 1000 }, client)).toMatchObject({ stars: 1 })
})
