import { expect, test } from 'vitest'
import { createSampleGitHub } from '../app.ts'
import { bodyOf, now, sample } from '../test-support.ts'

function post(body: unknown) {
  const headers = { 'content-type': 'application/json' }
  return { method: 'POST', headers, body: JSON.stringify(body) }
}

test('counts requests by method and path, and those that were not modified', async () => {
  const ask = sample()
  const etag = (await ask('/repos/acme/rocket')).headers.get('etag') ?? ''
  await ask('/repos/acme/rocket', { headers: { 'if-none-match': etag } })
  await ask('/repos/acme/rocket/issues?state=all')
  await ask('/users/nova', { method: 'HEAD' })

  expect(await (await ask('/_control/requests')).json()).toEqual({
    total: 4,
    byPath: {
      'GET /repos/acme/rocket': { count: 2, notModified: 1 },
      'GET /repos/acme/rocket/issues?state=all': { count: 1, notModified: 0 },
      'HEAD /users/nova': { count: 1, notModified: 0 },
    },
  })
})

test('counts only what lies below a prefix, by whatever name it was asked for', async () => {
  const ask = sample()
  const { id } = await bodyOf<{ id: number }>(await ask('/repos/fresh/counted'))
  await ask(`/repositories/${id}/languages`)
  await ask('/repos/fresh/counted-not')

  expect(await (await ask('/_control/requests?prefix=/repos/fresh/counted')).json()).toEqual({
    total: 2,
    byPath: {
      'GET /repos/fresh/counted': { count: 1, notModified: 0 },
      [`GET /repositories/${id}/languages`]: { count: 1, notModified: 0 },
    },
  })
})

test('is neither counted nor part of the quota', async () => {
  const ask = sample()
  const response = await ask('/_control/requests')

  expect(response.headers.get('x-sample-github')).toBe('1')
  expect(response.headers.get('x-ratelimit-used')).toBeNull()
  expect(await (await ask('/_control/requests')).json()).toEqual({ total: 0, byPath: {} })
})

test('makes everything below a prefix fail, and heals it', async () => {
  const ask = sample()
  const prefix = '/repos/fresh/outage'
  const set = await ask('/_control/faults', post({ prefix, fault: 'status-500' }))
  const { id } = await bodyOf<{ id: number }>(await sample()(prefix))

  expect(await set.json()).toEqual({ prefix, fault: 'status-500' })
  expect((await ask(prefix)).status).toBe(500)
  expect((await ask(`${prefix}/languages`)).status).toBe(500)
  expect((await ask(`/repositories/${id}/languages`)).status).toBe(500)
  expect((await ask('/repos/fresh/outage-not')).status).toBe(200)

  await ask(`/_control/faults?prefix=${prefix}`, { method: 'DELETE' })
  expect((await ask(prefix)).status).toBe(200)
})

test('shows a broken body even to a client that has the whole one', async () => {
  const ask = sample()
  const etag = (await ask('/repos/fresh/warm')).headers.get('etag') ?? ''
  await ask('/_control/faults', post({ prefix: '/repos/fresh/warm', fault: 'cut-json' }))
  const response = await ask('/repos/fresh/warm', { headers: { 'if-none-match': etag } })

  expect(response.status).toBe(200)
  expect(response.headers.get('etag')).toBe(etag)
  await expect(response.json()).rejects.toThrow(SyntaxError)
})

test('removes all faults at once', async () => {
  const ask = sample()
  await ask('/_control/faults', post({ prefix: '/users', fault: 'status-500' }))
  await ask('/_control/faults', post({ prefix: '/orgs', fault: 'status-500' }))
  await ask('/_control/faults', { method: 'DELETE' })

  expect((await ask('/users/nova')).status).toBe(200)
  expect((await ask('/orgs/acme')).status).toBe(200)
})

test('slows down what lies below a prefix', async () => {
  const ask = sample()
  const orderOf = async (...paths: string[]) => {
    const answered: string[] = []
    await Promise.all(paths.map((path) => ask(path).then(() => answered.push(path))))
    return answered
  }
  await ask('/_control/latency', post({ milliseconds: 300, prefix: '/users' }))
  const start = performance.now()

  expect(await orderOf('/users/nova', '/orgs/acme')).toEqual(['/orgs/acme', '/users/nova'])
  expect(performance.now() - start).toBeGreaterThan(290)
  await ask('/_control/latency', post({ milliseconds: 0, prefix: '/users' }))
  expect(await orderOf('/users/nova', '/orgs/acme')).toEqual(['/users/nova', '/orgs/acme'])
})

test('slows down everything when no prefix is given', async () => {
  const ask = sample()
  const response = await ask('/_control/latency', post({ milliseconds: 5 }))

  expect(await response.json()).toEqual({ prefix: '/', milliseconds: 5 })
})

test('forgets everything on reset', async () => {
  const ask = sample()
  await ask('/nowhere')
  await ask('/_control/faults', post({ prefix: '/users', fault: 'status-500' }))
  await ask('/_control/latency', post({ milliseconds: 600_000 }))
  await ask('/_control/reset', { method: 'POST' })

  expect(await (await ask('/_control/requests')).json()).toEqual({ total: 0, byPath: {} })
  expect(await (await ask('/_control/unknown')).json()).toEqual([])
  const response = await ask('/users/nova')
  expect(response.status).toBe(200)
  expect(response.headers.get('x-ratelimit-used')).toBe('1')
})

test.each([
  ['/_control/faults', {}, 'prefix must be a path that begins with "/"'],
  [
    '/_control/faults',
    { prefix: 'repos', fault: 'status-500' },
    'prefix must be a path that begins with "/"',
  ],
  [
    '/_control/faults',
    { prefix: '/repos' },
    'fault must be one of the fault names, such as "status-500"',
  ],
  [
    '/_control/faults',
    { prefix: '/repos', fault: 'status-700' },
    'fault must be one of the fault names, such as "status-500"',
  ],
  ['/_control/latency', {}, 'milliseconds must be a whole number from 0 to 600000'],
  [
    '/_control/latency',
    { milliseconds: -1 },
    'milliseconds must be a whole number from 0 to 600000',
  ],
  [
    '/_control/latency',
    { milliseconds: '5' },
    'milliseconds must be a whole number from 0 to 600000',
  ],
  [
    '/_control/latency',
    { milliseconds: 5, prefix: 5 },
    'prefix must be a path that begins with "/"',
  ],
  ['/_control/latency', null, 'milliseconds must be a whole number from 0 to 600000'],
])('refuses bad input at %s: %o', async (path, body, message) => {
  const response = await sample()(path, post(body))

  expect(response.status).toBe(400)
  expect(await response.json()).toEqual({ message })
})

test('refuses what is not JSON, and a bad prefix to heal', async () => {
  const ask = sample()
  const noJson = await ask('/_control/faults', { method: 'POST', body: '{' })
  const noPrefix = await ask('/_control/faults?prefix=repos', { method: 'DELETE' })

  expect(noJson.status).toBe(400)
  expect(noPrefix.status).toBe(400)
})

test('names a control that does not exist', async () => {
  const response = await sample()('/_control/nothing')

  expect(response.status).toBe(404)
  expect(await response.json()).toEqual({ message: 'There is no control GET /_control/nothing' })
})

test.each([
  ['127.0.0.1', 200],
  ['127.9.9.9', 200],
  ['::1', 200],
  ['::ffff:127.0.0.1', 200],
  ['10.0.0.7', 403],
  ['::ffff:10.0.0.7', 403],
  ['2001:db8::1', 403],
])('answers %s with %i', async (remoteAddress, status) => {
  const from = { incoming: { socket: { remoteAddress } } }
  const app = createSampleGitHub({ now })
  const response = await app.request('/_control/unknown', {}, from)

  expect(response.status).toBe(status)
})
