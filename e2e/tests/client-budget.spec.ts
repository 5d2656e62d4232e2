import { dataPath } from '../support/data-route.ts'
import { freePort, type Program, startServer } from '../support/programs.ts'
import { startRedis } from '../support/redis.ts'
import { send } from '../support/send.ts'
import { appUrl, productionServer } from '../support/servers.ts'
import { newSession, sessionCookieName } from '../support/sessions.ts'
import { expect, test } from '../support/test.ts'
import { uniqueName } from '../support/unique-name.ts'
import { users } from '../support/users.ts'

// A server with a small budget, behind a proxy that sends the client's address.
const port = await freePort()
const site = `http://127.0.0.1:${port}`
let program: Program

test.describe.configure({ mode: 'serial' })
test.use({ baseURL: site })

test.beforeAll(async () => {
  program = await startServer(
    productionServer(port, {
      CLIENT_ADDRESS_HEADER: 'X-Real-IP',
      CLIENT_HOURLY_BUDGET: '40',
    }),
  )
})

test.afterAll(() => program.end())

function visit(path: string, address: string) {
  return send(site, path, { headers: { 'x-real-ip': address } })
}

test('a client that opens many cold pages gets 429 with Retry-After, and other clients do not', async ({
  page,
}, testInfo) => {
  const cold = (name: string) => `/repos/fresh/budget-${name}-${uniqueName(testInfo)}`
  const warm = cold('warm')
  expect((await visit(warm, '192.0.2.1')).status).toBe(200)
  await expect
    .poll(async () => (await visit(cold(`first-${Math.random()}`), '192.0.2.1')).status)
    .toBe(429)

  const file = cold('file').replace('/repos/', '/api/export/repos/')
  for (const path of [cold('page'), dataPath(cold('data')), `${file}.json`]) {
    const { status, headers } = await visit(path, '192.0.2.1')
    expect.soft(status, path).toBe(429)
    expect.soft(headers['retry-after'], path).toMatch(/^3[0-6]\d\d$/)
    expect.soft(headers['cache-control'], path).toBe('private, no-store')
    expect.soft(headers['cdn-cache-control'], path).toBeUndefined()
  }
  expect((await visit(`${file}.json`, '192.0.2.1')).body).toBe('{"failure":"too-many-requests"}')
  // A cached page costs nothing.
  expect((await visit(warm, '192.0.2.1')).status).toBe(200)
  expect((await visit(cold('other'), '192.0.2.2')).status).toBe(200)

  await page.setExtraHTTPHeaders({ 'x-real-ip': '192.0.2.1' })
  await page.goto(cold('browser'))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Too many requests')
  await expect(page.getByRole('main')).toContainText(/Try again after \d{1,2}:\d\d/)
})

test('the addresses of an IPv6 network share a budget', async ({ baseURL: _ }, testInfo) => {
  const cold = () => `/repos/fresh/network-${Math.random()}-${uniqueName(testInfo)}`
  await expect.poll(async () => (await visit(cold(), '2001:db8:1:100::1')).status).toBe(429)
  expect((await visit(cold(), '2001:db8:1:1ff::2')).status).toBe(429)
  expect((await visit(cold(), '2001:db8:1:200::1')).status).toBe(200)
})

test('a client that sends many unknown tokens gets 429, but for public pages and sessions', async ({
  upstream,
}) => {
  let sent = 0
  const authorize = (address: string) =>
    send(site, '/me', {
      headers: { authorization: `Bearer unknown${sent++}`, 'x-real-ip': address },
    })
  expect((await authorize('192.0.2.10')).status).toBe(401)
  const options = { intervals: [1] }
  await expect.poll(async () => (await authorize('192.0.2.10')).status, options).toBe(429)

  const before = await upstream.requests('/user')
  const { status, headers } = await authorize('192.0.2.10')
  expect(status).toBe(429)
  expect(headers['retry-after']).toMatch(/^3[0-6]\d\d$/)
  expect(await upstream.requests('/user')).toBe(before)
  expect((await authorize('192.0.2.11')).status).toBe(401)
  expect((await visit('/repos/acme/rocket', '192.0.2.10')).status).toBe(200)

  // GitHub accepted the token of a session at sign-in, on another instance.
  const session = await newSession(appUrl, users.ann.token)
  const signedIn = await send(site, '/me', {
    headers: { cookie: `${sessionCookieName(site)}=${session}`, 'x-real-ip': '192.0.2.10' },
  })
  expect(signedIn.status).toBe(200)
})

test('instances share the budget of a client through Redis, and count alone without it', async ({
  baseURL: _,
}, testInfo) => {
  const redisPort = await freePort()
  const redis = await startRedis(redisPort)
  const [first, second] = await Promise.all([startInstance(redisPort), startInstance(redisPort)])
  async function visitCold(origin: string, address: string) {
    const path = `/repos/fresh/shared-${Math.random()}-${uniqueName(testInfo)}`
    return (await send(origin, path, { headers: { 'x-real-ip': address } })).status
  }
  try {
    await expect.poll(() => visitCold(first.url, '192.0.2.20')).toBe(429)
    expect(await visitCold(second.url, '192.0.2.20')).toBe(429)

    await redis.end()
    await expect.poll(() => visitCold(first.url, '192.0.2.21')).toBe(429)
    expect(await visitCold(second.url, '192.0.2.21')).toBe(200)
  } finally {
    await Promise.all([first, second, redis].map((program) => program.end()))
  }
})

async function startInstance(redisPort: number): Promise<Program & { url: string }> {
  const instancePort = await freePort()
  const program = await startServer(
    productionServer(instancePort, {
      CLIENT_ADDRESS_HEADER: 'X-Real-IP',
      CLIENT_HOURLY_BUDGET: '40',
      REDIS_URL: `redis://127.0.0.1:${redisPort}`,
    }),
  )
  return { ...program, url: `http://127.0.0.1:${instancePort}` }
}
