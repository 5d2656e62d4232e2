import { type IncomingMessage, request } from 'node:http'
import { text } from 'node:stream/consumers'
import { beforeAll, expect, test } from 'vitest'
import { checkRequests } from './check-requests.ts'
import { startServer } from './test-support.ts'

beforeAll(checkRequests)

/** Sends a request to a server that responds to every method with a public page. */
async function send(method: string, path: string) {
  const { url, paths } = await startServer((_request, response) => {
    response.setHeader('Cache-Control', 'public, s-maxage=60')
    response.end('page')
  })
  const response = await new Promise<Awaited<ReturnType<typeof read>>>((resolve, reject) => {
    const sent = request(`${url}${path}`, { method, agent: false }, (incoming) => {
      read(incoming).then(resolve, reject)
    })
    sent.on('error', reject).end()
  })
  return { ...response, paths }
}

async function read(incoming: IncomingMessage) {
  const { statusCode: status, headers } = incoming
  return { status, headers, body: await text(incoming) }
}

const paths = [
  '/',
  '/learn',
  '/learn/runtime/edge',
  '/theme.js',
  '/api/badge/repos/a/b.svg',
  '//api/x',
  '/api/%2e%2e/learn/runtime/edge',
  '/api/.%2E/repos/acme/rocket',
  '/api/x/%2e%2e/badge/repos/a/b.svg',
]

test.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND'])(
  'rejects %s before the application receives it',
  async (method) => {
    for (const path of paths) {
      const { status, headers, body, paths } = await send(method, path)
      expect(status, path).toBe(405)
      expect(headers, path).toMatchObject({
        allow: 'GET, HEAD',
        'cache-control': 'private, no-store',
        'content-type': 'text/plain; charset=utf-8',
        'x-content-type-options': 'nosniff',
      })
      expect(body, path).toBe('Only GET and HEAD are supported.\n')
      expect(paths).toEqual([])
    }
  },
)

test.each([
  ['GET', '/', 'page'],
  ['HEAD', '/', ''],
  ['GET', '/api/badge/repos/a/b.svg', 'page'],
  ['POST', '/api/auth/token', 'page'],
  ['OPTIONS', '/api/quota', 'page'],
])('passes %s %s on', async (method, path, body) => {
  const response = await send(method, path)
  expect(response).toMatchObject({ status: 200, body, paths: [path] })
})

test.each([
  ['/api/badge/repos/acme/%.svg', '/api/badge/repos/acme/%25.svg'],
  ['/api/badge/repos/acme/%E0%A4%A.svg?show=%', '/api/badge/repos/acme/%25E0%25A4%25A.svg?show=%'],
  ['/api/badge/repos/acme/a%20b.svg?show=ci', '/api/badge/repos/acme/a%20b.svg?show=ci'],
  ['/repos/acme/%', '/repos/acme/%'],
])('passes the path %s on as %s', async (path, passed) => {
  expect((await send('GET', path)).paths).toEqual([passed])
})

test('TRACE does not reach an API route', async () => {
  expect(await send('TRACE', '/api/quota')).toMatchObject({ status: 405, paths: [] })
})

test('an upgrade, even as the first request of a server, is a request like any other', async () => {
  let upgrades = 0
  const { url } = await startServer(
    (_request, response) => response.end('page'),
    (server) => server.on('upgrade', () => upgrades++),
  )
  const headers = { connection: 'upgrade', upgrade: 'websocket' }
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    request(`${url}/x`, { headers, agent: false }, resolve).on('error', reject).end()
  })
  expect(await read(response)).toMatchObject({ status: 200, body: 'page' })
  expect(upgrades).toBe(0)
})
