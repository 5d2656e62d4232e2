import type { RequestListener } from 'node:http'
import { expect, test, vi } from 'vitest'
import { startServer } from '../test-support.ts'
import { currentRequestId, runWithRequestId } from './request-id.ts'

const generated = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/

/** Sends a request to a server that responds with the ID of the request as its body. */
async function getId(
  headers: Record<string, string> = {},
  prepare: (...[, response]: Parameters<RequestListener>) => void = () => {},
) {
  const { url } = await startServer((request, response) =>
    runWithRequestId(request, response, () => {
      prepare(request, response)
      setImmediate(() => response.end(currentRequestId()))
    }),
  )
  const response = await fetch(url, { headers })
  return { headers: response.headers, id: await response.text() }
}

test('a request gets an ID of its own, which its response names', async () => {
  const { headers, id } = await getId({ 'x-request-id': 'chosen-by-a-visitor' })
  expect(id).toMatch(generated)
  expect(headers.get('x-request-id')).toBe(id)
  expect(headers.get('server-timing')).toBeNull()
  expect(currentRequestId()).toBeUndefined()
})

test.each(['4bf92f3577b34da6a3ce929d0e0e4736', 'iad1::abcde-1700000000000-0123', '32770'])(
  'a request has the ID of a trusted proxy: %s',
  async (sent) => {
    vi.stubEnv('REQUEST_ID_HEADER', 'X-Request-Id')
    expect((await getId({ 'x-request-id': sent })).id).toBe(sent)
    vi.unstubAllEnvs()
  },
)

test.each(['', 'a b', 'a"b', '<b>', 'a\tb', 'a,b', 'a'.repeat(129)])(
  'a malformed ID of a trusted proxy is replaced: %o',
  async (sent) => {
    vi.stubEnv('REQUEST_ID_HEADER', 'X-Request-Id')
    expect((await getId({ 'x-request-id': sent })).id).toMatch(generated)
    vi.unstubAllEnvs()
  },
)

test('a response that a shared cache may store names no ID', async () => {
  const { headers } = await getId({}, (_request, response) => {
    response.setHeader('Cache-Control', 'public, s-maxage=60')
  })
  expect(headers.get('x-request-id')).toBeNull()
})

test('scripts can read the ID of a 500', async () => {
  const { headers, id } = await getId({}, (_request, response) => {
    response.setHeader('Server-Timing', 'cache;desc="Not stored"')
    response.statusCode = 500
  })
  expect(headers.get('server-timing')).toBe(`cache;desc="Not stored", request-id;desc="${id}"`)
})
