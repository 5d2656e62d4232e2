import { createHmac, randomUUID } from 'node:crypto'
import { webhookSecret } from '../support/app-behind-cache.ts'
import { startOtlpReceiver } from '../support/otlp-receiver.ts'
import { freePort, startServer } from '../support/programs.ts'
import { exportedNames, usedNames } from '../support/prometheus-names.ts'
import { productionServer } from '../support/servers.ts'
import { test as base, expect } from '../support/test.ts'
import { users } from '../support/users.ts'

type App = { url: string; errors: () => string; end: () => Promise<number | null> }
type Receiver = Awaited<ReturnType<typeof startOtlpReceiver>>

const test = base.extend<{
  receiver: Receiver
  startApp: (env: Record<string, string>) => Promise<App>
}>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright requires a destructured argument.
  receiver: async ({}, use) => {
    const receiver = await startOtlpReceiver()
    await use(receiver)
    await receiver.end()
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright requires a destructured argument.
  startApp: async ({}, use) => {
    const ends: (() => Promise<unknown>)[] = []
    await use(async (env) => {
      const port = await freePort()
      const program = await startServer(productionServer(port, env), { quiet: true })
      ends.push(program.end)
      return { ...program, url: `http://127.0.0.1:${port}` }
    })
    await Promise.all(ends.map((end) => end()))
  },
})

const rateLimit = {
  'http.request.method': 'GET',
  'url.template': '/repos/{owner}/{repo}',
  'http.response.status_code': 200,
}

test('a collector receives traces and metrics of pages, without queries and tokens', async ({
  request,
  receiver,
  startApp,
}) => {
  const app = await startApp({
    OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url,
    OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment.name=test',
    SHARED_CACHE: 'varnish',
    // Nothing listens there, so purges fail.
    VARNISH_PURGE_URL: 'http://127.0.0.1:9',
    WEBHOOK_SECRET: webhookSecret,
  })
  const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01'
  const get = (path: string, headers: Record<string, string> = {}) =>
    request.get(app.url + path, { headers, maxRedirects: 0 })
  const token = users.ann.token
  const body = JSON.stringify({
    repository: { id: 1, full_name: 'acme/rocket', owner: { login: 'acme' }, private: false },
  })
  const webhook = await request.post(`${app.url}/api/webhooks/github`, {
    data: body,
    headers: {
      'content-type': 'application/json',
      'x-github-event': 'push',
      'x-github-delivery': randomUUID(),
      'x-hub-signature-256': `sha256=${createHmac('sha256', webhookSecret).update(body).digest('hex')}`,
    },
  })
  expect(webhook.status()).toBe(202)
  const releases = '/repos/acme/rocket/releases'
  expect((await get(`${releases}?page=1`, { traceparent })).status()).toBe(200)
  expect((await get(`${releases}?page=1`)).status()).toBe(200)
  expect((await get('/search?q=a-private-search')).status()).toBe(200)
  expect((await get('/me', { authorization: `Bearer ${token}` })).status()).toBe(200)
  expect((await get('/api/auth/callback?code=a-code&state=a-state')).status()).toBeLessThan(500)
  const thrown = await get('/learn/errors/thrown')
  expect(await app.end()).toBe(0)

  expect(receiver.resource()).toEqual({
    'service.name': 'repo-dashboard',
    'service.instance.id': expect.stringMatching(/^[\da-f-]{36}$/),
    'deployment.environment.name': 'test',
  })
  const spans = receiver.spans()
  const requests = spans.filter(({ name }) => name === 'GET /repos/[owner]/[repo]/releases')
  expect(requests.map(({ attributes, parentSpanId }) => ({ ...attributes, parentSpanId }))).toEqual(
    Array(2).fill({
      'http.method': 'GET',
      'http.request.id': expect.stringMatching(/^[\da-f-]{36}$/),
      'http.route': '/repos/[owner]/[repo]/releases',
      'http.status_code': 200,
      'http.target': releases,
      'next.route': '/repos/[owner]/[repo]/releases',
      'next.span_category': 'nextjs',
      'next.span_name': 'GET /repos/[owner]/[repo]/releases',
      'next.span_type': 'BaseServer.handleRequest',
    }),
  )
  const reads = requests.map(({ traceId }) => {
    const inTrace = spans.filter((span) => span.traceId === traceId)
    const parent = inTrace.find(({ name }) => name.startsWith('getServerSideProps '))
    return inTrace.filter(({ parentSpanId }) => parentSpanId === parent?.spanId)
  })
  const [cold, warm] = reads.map((found) =>
    found.find(({ name }) => name === 'GET /repos/{owner}/{repo}'),
  )
  expect(cold).toMatchObject({ kind: 3 })
  expect(cold?.attributes).toEqual({ ...rateLimit, 'github.cache.status': 'miss' })
  expect(warm).toMatchObject({ kind: 1 })
  expect(warm?.attributes).toEqual({ ...rateLimit, 'github.cache.status': 'hit' })
  expect(spans.some(({ traceId }) => traceparent.includes(traceId))).toBe(false)
  const failed = spans.find(({ name }) => name === 'GET /learn/errors/thrown')
  expect(failed?.attributes).toMatchObject({
    'error.type': '500',
    'http.request.id': thrown.headers()['x-request-id'],
  })

  const metrics = receiver.metrics()
  const pointsOf = (name: string) => metrics.find((metric) => metric.name === name)?.points ?? []
  expect(pointsOf('http.server.request.duration')).toContainEqual({
    'http.request.method': 'GET',
    'http.response.status_code': 200,
    'http.route': '/repos/[owner]/[repo]/releases',
    value: 2,
  })
  expect(pointsOf('github.request.duration')).toContainEqual({
    'github.outcome': 'ok',
    'url.template': '/repos/{owner}/{repo}',
    value: expect.any(Number),
  })
  expect(pointsOf('shared_cache.purge.delay')).toEqual([
    {
      'shared_cache.name': 'varnish',
      'shared_cache.purge.outcome': 'retried',
      value: expect.any(Number),
    },
  ])
  const exported = exportedNames(metrics)
  for (const file of ['alerts.yml', 'grafana-dashboard.json']) {
    const used = usedNames(file)
    expect(used.size).toBeGreaterThan(0)
    expect([...used].filter((name) => !exported.includes(name))).toEqual([])
  }
  for (const secret of [token, 'a-private-search', 'a-code', 'a-state', webhookSecret]) {
    expect(receiver.received()).not.toContain(secret)
  }
})

test('a collector that is down neither fails pages nor delays the shutdown', async ({
  request,
  startApp,
}) => {
  const app = await startApp({
    OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9',
    OTEL_BSP_SCHEDULE_DELAY: '100',
  })
  expect((await request.get(`${app.url}/repos/acme/rocket`)).status()).toBe(200)
  const startedAt = Date.now()
  expect(await app.end()).toBe(0)
  expect(Date.now() - startedAt).toBeLessThan(9000)
})
