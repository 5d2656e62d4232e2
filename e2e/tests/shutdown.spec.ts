import { once } from 'node:events'
import { Agent, createServer, type IncomingMessage, request as sendRequest } from 'node:http'
import { createConnection } from 'node:net'
import { text } from 'node:stream/consumers'
import { freePort, type Program, startServer } from '../support/programs.ts'
import { productionServer } from '../support/servers.ts'
import { test as base, expect } from '../support/test.ts'
import { uniqueName } from '../support/unique-name.ts'

type App = Program & { url: string }

const test = base.extend<{ app: App }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright requires a destructured argument.
  app: async ({}, use) => {
    const port = await freePort()
    const program = await startServer(productionServer(port))
    await use({ ...program, url: `http://127.0.0.1:${port}` })
    await program.end()
  },
})

type Visit = { status: number | undefined; connection: string | undefined; body: string }

/** Requests a page on a connection of the agent. */
function visit(url: string, agent: Agent): Promise<Visit> {
  return new Promise((resolve, reject) => {
    const sent = sendRequest(url, { agent }, (response: IncomingMessage) => {
      const { statusCode: status, headers } = response
      text(response).then(
        (body) => resolve({ status, connection: headers.connection, body }),
        reject,
      )
    })
    sent.on('error', reject).end()
  })
}

/** The longest shutdown, and a second for a busy machine. */
const MAX_SHUTDOWN_MS = 9000

test('a shutdown under load completes all accepted requests, closes connections and exits with 0', async ({
  app,
}) => {
  const agent = new Agent({ keepAlive: true, maxSockets: 20 })
  const page = `${app.url}/repos/acme/rocket`
  await visit(page, agent)
  // More requests than connections would wait in the agent, where the server has not accepted them.
  const accepted = Array.from({ length: 20 }, () => visit(page, agent))
  await Promise.race(accepted)
  const startedAt = Date.now()
  const ended = app.end()

  // On connections of their own, while the accepted requests are still being served.
  const probes = new Agent({ keepAlive: true })
  await expect
    .poll(() => visit(`${app.url}/api/ready`, probes))
    .toEqual({ status: 503, connection: 'close', body: '{"status":"shutting-down"}' })
  const [health, lateVisit] = await Promise.all([
    visit(`${app.url}/api/health`, probes),
    visit(page, probes),
  ])
  expect(health).toEqual({ status: 200, connection: 'close', body: '{"status":"ok"}' })
  expect(lateVisit).toMatchObject({ status: 200, connection: 'close' })
  const visits = await Promise.all(accepted)
  expect(new Set(visits.map(({ status }) => status))).toEqual(new Set([200]))
  expect(visits.every(({ body }) => body.endsWith('</html>'))).toBe(true)

  expect(await ended).toBe(0)
  expect(Date.now() - startedAt).toBeLessThan(MAX_SHUTDOWN_MS)
  await expect(visit(page, agent)).rejects.toThrow('ECONNREFUSED')
})

test('a busy connection, half a request and a GitHub that hangs do not delay the shutdown', async ({
  app,
  upstream,
}, testInfo) => {
  const path = `/repos/fresh/shutdown-${uniqueName(testInfo)}`
  await upstream.fail(path, 'slow-headers')
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const half = createConnection(Number(new URL(app.url).port), '127.0.0.1')
  half.on('error', () => {}).write('GET / HTTP/1.1\r\n')
  const hanging = visit(app.url + path, new Agent())
  await expect.poll(() => upstream.requests(path)).toBeGreaterThan(0)
  await visit(`${app.url}/api/health`, agent)

  const startedAt = Date.now()
  let isRunning = true
  const ended = app.end().finally(() => {
    isRunning = false
  })
  async function keepBusy(): Promise<void> {
    while (isRunning) await visit(`${app.url}/api/health`, agent).catch(() => {})
  }
  await Promise.all([keepBusy(), ended])

  expect(await ended).toBe(0)
  expect(Date.now() - startedAt).toBeLessThan(MAX_SHUTDOWN_MS)
  expect((await hanging).status).toBe(503)
})

test('a shutdown waits for the purge of a webhook that was accepted during it', async ({
  upstream,
}, testInfo) => {
  const [port, purgePort] = [await freePort(), await freePort()]
  // The fourth attempt succeeds, after the port of the application is closed.
  let attempts = 0
  const cache = createServer((_request, response) => {
    response.writeHead(++attempts < 4 ? 503 : 200).end()
  }).listen(purgePort, '127.0.0.1')
  await once(cache, 'listening')
  const secret = 'a-secret-of-the-tests-for-webhooks'
  const app = await startServer(
    productionServer(port, {
      SHARED_CACHE: 'varnish',
      VARNISH_PURGE_URL: `http://127.0.0.1:${purgePort}`,
      WEBHOOK_SECRET: secret,
    }),
  )
  const url = `http://127.0.0.1:${port}`

  const ended = app.end()
  await expect.poll(async () => (await visit(`${url}/api/ready`, new Agent())).status).toBe(503)
  const webhook = { url: `${url}/api/webhooks/github`, secret }
  expect(await upstream.push(`fresh/${uniqueName(testInfo)}`, webhook)).toBe(202)

  expect(await ended).toBe(0)
  expect(attempts).toBe(4)
  cache.close()
})
