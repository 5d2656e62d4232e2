import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, onTestFinished, test } from 'vitest'
import { createSampleGitHub } from '../app.ts'
import { bodyOf, now, sample } from '../test-support.ts'

function post(body: unknown) {
  const headers = { 'content-type': 'application/json' }
  return { method: 'POST', headers, body: JSON.stringify(body) }
}

test('counts requests and 304 responses by method and path', async () => {
  const request = sample()
  const etag = (await request('/repos/acme/rocket')).headers.get('etag') ?? ''
  await request('/repos/acme/rocket', { headers: { 'if-none-match': etag } })
  await request('/repos/acme/rocket/issues?state=all')
  await request('/users/nova', { method: 'HEAD' })

  expect(await (await request('/_control/requests')).json()).toEqual({
    total: 4,
    byPath: {
      'GET /repos/acme/rocket': { count: 2, notModified: 1 },
      'GET /repos/acme/rocket/issues?state=all': { count: 1, notModified: 0 },
      'HEAD /users/nova': { count: 1, notModified: 0 },
    },
  })
})

test('counts requests below a prefix, by name and by id', async () => {
  const request = sample()
  const { id } = await bodyOf<{ id: number }>(await request('/repos/fresh/counted'))
  await request(`/repositories/${id}/languages`)
  await request('/repos/fresh/counted-not')

  expect(await (await request('/_control/requests?prefix=/repos/fresh/counted')).json()).toEqual({
    total: 2,
    byPath: {
      'GET /repos/fresh/counted': { count: 1, notModified: 0 },
      [`GET /repositories/${id}/languages`]: { count: 1, notModified: 0 },
    },
  })
})

test('does not count control requests or charge them to the quota', async () => {
  const request = sample()
  const response = await request('/_control/requests')

  expect(response.headers.get('x-sample-github')).toBe('1')
  expect(response.headers.get('x-ratelimit-used')).toBeNull()
  expect(await (await request('/_control/requests')).json()).toEqual({ total: 0, byPath: {} })
})

test('sets a fault below a prefix and removes it', async () => {
  const request = sample()
  const prefix = '/repos/fresh/outage'
  const set = await request('/_control/faults', post({ prefix, fault: 'status-500' }))
  const { id } = await bodyOf<{ id: number }>(await sample()(prefix))

  expect(await set.json()).toEqual({ prefix, fault: 'status-500' })
  expect((await request(prefix)).status).toBe(500)
  expect((await request(`${prefix}/languages`)).status).toBe(500)
  expect((await request(`/repositories/${id}/languages`)).status).toBe(500)
  expect((await request('/repos/fresh/outage-not')).status).toBe(200)

  await request(`/_control/faults?prefix=${prefix}`, { method: 'DELETE' })
  expect((await request(prefix)).status).toBe(200)
})

test('sends a broken body even when the ETag matches', async () => {
  const request = sample()
  const etag = (await request('/repos/fresh/warm')).headers.get('etag') ?? ''
  await request('/_control/faults', post({ prefix: '/repos/fresh/warm', fault: 'cut-json' }))
  const response = await request('/repos/fresh/warm', { headers: { 'if-none-match': etag } })

  expect(response.status).toBe(200)
  expect(response.headers.get('etag')).toBe(etag)
  await expect(response.json()).rejects.toThrow(SyntaxError)
})

test('removes all faults at once', async () => {
  const request = sample()
  await request('/_control/faults', post({ prefix: '/users', fault: 'status-500' }))
  await request('/_control/faults', post({ prefix: '/orgs', fault: 'status-500' }))
  await request('/_control/faults', { method: 'DELETE' })

  expect((await request('/users/nova')).status).toBe(200)
  expect((await request('/orgs/acme')).status).toBe(200)
})

test('delays responses below a prefix', async () => {
  const request = sample()
  const orderOf = async (...paths: string[]) => {
    const answered: string[] = []
    await Promise.all(paths.map((path) => request(path).then(() => answered.push(path))))
    return answered
  }
  await request('/_control/latency', post({ milliseconds: 300, prefix: '/users' }))
  const start = performance.now()

  expect(await orderOf('/users/nova', '/orgs/acme')).toEqual(['/orgs/acme', '/users/nova'])
  expect(performance.now() - start).toBeGreaterThan(290)
  await request('/_control/latency', post({ milliseconds: 0, prefix: '/users' }))
  expect(await orderOf('/users/nova', '/orgs/acme')).toEqual(['/users/nova', '/orgs/acme'])
})

test('delays every response without a prefix', async () => {
  const request = sample()
  const response = await request('/_control/latency', post({ milliseconds: 5 }))

  expect(await response.json()).toEqual({ prefix: '/', milliseconds: 5 })
})

test('clears everything on reset', async () => {
  const request = sample()
  await request('/nowhere')
  await request('/_control/faults', post({ prefix: '/users', fault: 'status-500' }))
  await request('/_control/latency', post({ milliseconds: 600_000 }))
  await request('/_control/reset', { method: 'POST' })

  expect(await (await request('/_control/requests')).json()).toEqual({ total: 0, byPath: {} })
  expect(await (await request('/_control/unknown')).json()).toEqual([])
  const response = await request('/users/nova')
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
])('rejects invalid input at %s: %o', async (path, body, message) => {
  const response = await sample()(path, post(body))

  expect(response.status).toBe(400)
  expect(await response.json()).toEqual({ message })
})

test('rejects invalid JSON and an invalid prefix to remove', async () => {
  const request = sample()
  const noJson = await request('/_control/faults', { method: 'POST', body: '{' })
  const noPrefix = await request('/_control/faults?prefix=repos', { method: 'DELETE' })

  expect(noJson.status).toBe(400)
  expect(noPrefix.status).toBe(400)
})

test('names an unknown control endpoint', async () => {
  const response = await sample()('/_control/nothing')

  expect(response.status).toBe(404)
  expect(await response.json()).toEqual({
    message: 'Unknown control endpoint GET /_control/nothing',
  })
})

test.each([
  ['127.0.0.1', 200],
  ['127.9.9.9', 200],
  ['::1', 200],
  ['::ffff:127.0.0.1', 200],
  ['10.0.0.7', 403],
  ['::ffff:10.0.0.7', 403],
  ['2001:db8::1', 403],
])('responds to %s with %i', async (remoteAddress, status) => {
  const from = { incoming: { socket: { remoteAddress } } }
  const app = createSampleGitHub({ now })
  const response = await app.request('/_control/unknown', {}, from)

  expect(response.status).toBe(status)
})

type Comparison = { ahead_by: number }

test('a push moves no older commit to the other side of a release', async () => {
  const request = sample()
  const names = Array.from({ length: 20 }, (_, index) => `fresh/pushed-${index}`)
  const countUnreleased = (name: string) =>
    Promise.resolve(request(`/repos/${name}/releases/latest`))
      .then((response) => bodyOf<{ tag_name: string }>(response))
      .then(({ tag_name }) => request(`/repos/${name}/compare/${tag_name}...HEAD`))
      .then((response) => bodyOf<Comparison>(response))
      .then(({ ahead_by }) => ahead_by)
  const before = await Promise.all(names.map(countUnreleased))
  for (const repository of names) await request('/_control/push', post({ repository }))

  const after = await Promise.all(names.map(countUnreleased))
  expect(after).toEqual(before.map((count) => count + 1))
  await request('/_control/reset', { method: 'POST' })
})

test('pushes a commit: it is on the branch, and later than the release', async () => {
  const request = sample()
  const read = async () => {
    const path = '/repos/acme/rocket'
    const repo = await bodyOf<{ pushed_at: string }>(await request(path))
    const latest = await bodyOf<{ tag_name: string }>(await request(`${path}/releases/latest`))
    const compared = await request(`${path}/compare/${latest.tag_name}...HEAD`)
    const [commit] = await bodyOf<{ sha: string }[]>(await request(`${path}/commits`))
    const { ahead_by } = await bodyOf<Comparison>(compared)
    return { pushedAt: repo.pushed_at, unreleased: ahead_by, sha: commit?.sha }
  }
  const before = await read()
  const pushed = await request('/_control/push', post({ repository: 'acme/rocket' }))
  const { sha } = await bodyOf<{ sha: string }>(pushed)
  const after = await read()

  expect(after.unreleased).toBe(before.unreleased + 1)
  expect(Date.parse(after.pushedAt)).toBeGreaterThan(Date.parse(before.pushedAt))
  expect(after.sha).toBe(sha)
  expect(after.sha).not.toBe(before.sha)
  await request('/_control/reset', { method: 'POST' })
  expect(await read()).toEqual(before)
})

test('a push changes the date in searches and in the lists of the owner', async () => {
  const request = sample()
  const readDates = async () => {
    const search = await request('/search/repositories?q=repo:acme/looking-glass')
    const { items } = await bodyOf<{ items: Pushed[] }>(search)
    const list = await bodyOf<Pushed[]>(await request('/orgs/acme/repos?sort=pushed&per_page=100'))
    return {
      found: items.map(({ pushed_at }) => pushed_at),
      listed: list.find(({ full_name }) => full_name === 'acme/looking-glass')?.pushed_at,
      latest: list[0]?.full_name,
    }
  }
  const before = await readDates()
  const pushed = await request('/_control/push', post({ repository: 'acme/looking-glass' }))
  const { pushedAt } = await bodyOf<{ pushedAt: number }>(pushed)
  // GitHub's dates have whole seconds.
  const date = `${new Date(pushedAt).toISOString().slice(0, 19)}Z`
  expect(await readDates()).toEqual({ found: [date], listed: date, latest: 'acme/looking-glass' })
  expect(before).not.toMatchObject({ found: [date] })
  expect(before.latest).not.toBe('acme/looking-glass')
})

type Pushed = { full_name: string; pushed_at: string }

test('sends a signed event to a webhook', async () => {
  const received: { headers: IncomingHttpHeaders; body: string }[] = []
  const server = createServer(async (incoming, response) => {
    received.push({ headers: incoming.headers, body: await text(incoming) })
    response.writeHead(202).end()
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  const webhook = { url: `http://127.0.0.1:${port}/hook`, secret: 'secret' }
  const pushed = await sample()('/_control/push', post({ repository: 'acme/rocket', webhook }))

  const [{ headers = {}, body = '' } = {}] = received
  expect(await pushed.json()).toEqual({
    sha: JSON.parse(body).after,
    pushedAt: now(),
    delivery: headers['x-github-delivery'],
    status: 202,
  })
  const signature = createHmac('sha256', 'secret').update(body).digest('hex')
  expect(headers).toMatchObject({
    'content-type': 'application/json',
    'x-github-event': 'push',
    'x-hub-signature-256': `sha256=${signature}`,
  })
  expect(JSON.parse(body)).toMatchObject({
    ref: 'refs/heads/main',
    repository: { full_name: 'acme/rocket', private: false },
  })
})

test('pushes a commit although its webhook cannot be reached', async () => {
  const webhook = { url: 'http://127.0.0.1:9', secret: 'secret' }
  const pushed = await sample()('/_control/push', post({ repository: 'acme/rocket', webhook }))
  expect(await pushed.json()).toEqual({
    sha: expect.any(String),
    pushedAt: now(),
    delivery: expect.any(String),
  })
})

test.each([
  [{}, 'repository must be owner/name'],
  [{ repository: 'acme/gone-forever/x' }, 'there is no repository acme/gone-forever/x'],
  [{ repository: 'acme/rocket', webhook: { url: '/' } }, 'webhook must have a url and a secret'],
])('rejects the push %j', async (body, message) => {
  const response = await sample()('/_control/push', post(body))
  expect(response.status).toBe(400)
  expect(await response.json()).toEqual({ message })
})
