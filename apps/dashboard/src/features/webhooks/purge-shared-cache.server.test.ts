import type { IncomingHttpHeaders } from 'node:http'
import { text } from 'node:stream/consumers'
import { expect, onTestFinished, test } from 'vitest'
import { startServer } from '#server/test-support.ts'
import { createPurger } from './purge-shared-cache.server.ts'

type Received = { method: string | undefined; path: string | undefined; body: string } & {
  headers: IncomingHttpHeaders
}

/** A cache's API on a port, with the requests that it has received. */
async function startApi(status = 200, body: object = { success: true }) {
  const received: Received[] = []
  const { url } = await startServer(async (request, response) => {
    const { method, url: path, headers } = request
    received.push({ method, path, headers, body: await text(request) })
    response.writeHead(status, { 'content-type': 'application/json', location: '/other' })
    response.end(JSON.stringify(body))
  })
  return { url, addresses: { fastly: url, cloudflare: url }, received }
}

const tags = ['repo:42', 'owner:acme']

test('purges every Varnish by a request with the tags', async () => {
  const [a, b] = [await startApi(), await startApi()]
  await createPurger({ cache: 'varnish', urls: [a.url, b.url] }).purge(tags)
  for (const { received } of [a, b]) {
    expect(received).toMatchObject([
      { method: 'PURGE', path: '/', headers: { 'x-purge-tags': 'repo:42|owner:acme' } },
    ])
  }
})

test('purges Fastly by its API', async () => {
  const { addresses, received } = await startApi()
  const target = { cache: 'fastly', serviceId: 'service/1', token: 'fastly-token' } as const
  await createPurger(target, addresses).purge(tags)
  expect(received).toMatchObject([
    {
      method: 'POST',
      path: '/service/service%2F1/purge',
      headers: { 'fastly-key': 'fastly-token', 'content-type': 'application/json' },
      body: '{"surrogate_keys":["repo:42","owner:acme"]}',
    },
  ])
})

const cloudflare = { cache: 'cloudflare', zoneId: 'zone', token: 'cloudflare-token' } as const

test('purges Cloudflare by its API', async () => {
  const { addresses, received } = await startApi()
  await createPurger(cloudflare, addresses).purge(tags)
  expect(received).toMatchObject([
    {
      method: 'POST',
      path: '/zones/zone/purge_cache',
      headers: { authorization: 'Bearer cloudflare-token', 'content-type': 'application/json' },
      body: '{"tags":["repo:42","owner:acme"]}',
    },
  ])
})

test('purges Vercel by its functions', async () => {
  const deleted: unknown[] = []
  const name = Symbol.for('@vercel/request-context')
  const purge = { dangerouslyDeleteByTag: async (found: unknown) => void deleted.push(found) }
  Object.assign(globalThis, { [name]: { get: () => ({ purge }) } })
  onTestFinished(() => void Reflect.deleteProperty(globalThis, name))
  await createPurger({ cache: 'vercel' }).purge(tags)
  expect(deleted).toEqual([tags])
})

test.each([301, 403, 429, 500])('reports status %i, without the token', async (status) => {
  const { addresses, url } = await startApi(status)
  const host = new URL(url).host
  await expect(createPurger(cloudflare, addresses).purge(tags)).rejects.toThrow(
    new Error(`${host} responds with status ${status}`),
  )
})

test('reports a response that is not a success, and a cache that cannot be reached', async () => {
  const { addresses } = await startApi(200, { success: false })
  await expect(createPurger(cloudflare, addresses).purge(tags)).rejects.toThrow(
    new Error('Cloudflare reports no success'),
  )
  const urls = ['http://127.0.0.1:9']
  await expect(createPurger({ cache: 'varnish', urls }).purge(tags)).rejects.toThrow(
    new Error('127.0.0.1:9 cannot be reached'),
  )
})
