import { once } from 'node:events'
import { createConnection } from 'node:net'
import { findProgram } from '../../scripts/programs.ts'
import { expectHealthy, freePort, type Program, startProgram } from '../support/programs.ts'
import { overviewCost } from '../support/sample-github.ts'
import { productionServer } from '../support/servers.ts'
import { expect, test } from '../support/test.ts'
import { uniqueName } from '../support/unique-name.ts'

test.describe.configure({ mode: 'serial' })

const port = await freePort()
let redis: Program
let first: Program & { url: string }
let second: Program & { url: string }

test.beforeAll(async () => {
  redis = await startRedis()
  ;[first, second] = await Promise.all([startInstance(), startInstance()])
})

test.afterAll(async () => {
  await Promise.all([first, second, redis].map((program) => program.end()))
})

test('what one instance has read costs the other nothing', async ({
  request,
  upstream,
}, testInfo) => {
  const path = `/repos/fresh/shared-${uniqueName(testInfo)}`
  expect((await request.get(first.url + path)).status()).toBe(200)
  const asked = await upstream.requests(path)
  expect(asked).toBe(overviewCost)

  const response = await request.get(second.url + path)
  expect(response.status()).toBe(200)
  expect(response.headers()['server-timing']).toContain(`desc="200 hit ${path}"`)
  expect(await upstream.requests(path)).toBe(asked)
})

test('without Redis each instance goes on by itself, and with it they share again', async ({
  request,
  upstream,
}, testInfo) => {
  await redis.end()
  const alone = `/repos/fresh/alone-${uniqueName(testInfo)}`
  expect((await request.get(first.url + alone)).status()).toBe(200)
  expect((await request.get(second.url + alone)).status()).toBe(200)
  expect(await upstream.requests(alone)).toBe(2 * overviewCost)

  redis = await startRedis()
  // Each connects again by itself, after a moment that grows to two seconds.
  let tries = 0
  await expect
    .poll(
      async () => {
        const path = `/repos/fresh/again-${tries++}-${uniqueName(testInfo)}`
        await request.get(first.url + path)
        await request.get(second.url + path)
        return upstream.requests(path)
      },
      { timeout: 15_000 },
    )
    .toBe(overviewCost)
})

test('an instance that is told to end finishes what it has begun, and the other goes on', async ({
  request,
  upstream,
}, testInfo) => {
  const path = `/repos/fresh/ending-${uniqueName(testInfo)}`
  await upstream.delay(path, 1500)
  const begun = request.get(first.url + path)
  await expect.poll(() => upstream.requests(path)).toBeGreaterThan(0)

  const [response] = await Promise.all([begun, first.end()])
  expect(response.status()).toBe(200)
  expect((await request.get(second.url + path)).status()).toBe(200)
})

async function startRedis(): Promise<Program> {
  const program = findProgram('redis-server')
  if (!program) throw new Error('redis-server is not installed: apt-get install redis-server')
  return startProgram(`${program} --port ${port} --save --appendonly no`, {
    cwd: '.',
    ready: async () => {
      const socket = createConnection(port, '127.0.0.1')
      await once(socket, 'connect')
      socket.destroy()
    },
  })
}

async function startInstance(): Promise<Program & { url: string }> {
  const own = await freePort()
  const { command, url, ...place } = productionServer(own, {
    REDIS_URL: `redis://127.0.0.1:${port}`,
  })
  const program = await startProgram(command, { ...place, ready: () => expectHealthy(url) })
  return { ...program, url: `http://127.0.0.1:${own}` }
}
