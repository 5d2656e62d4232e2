import type { APIRequestContext } from '@playwright/test'
import { webhookSecret } from '../support/app-behind-cache.ts'
import { freePort, type Program, startServer } from '../support/programs.ts'
import { startRedis } from '../support/redis.ts'
import { overviewCost, type SampleGitHub } from '../support/sample-github.ts'
import { productionServer } from '../support/servers.ts'
import { expect, test } from '../support/test.ts'
import { uniqueName } from '../support/unique-name.ts'

test.describe.configure({ mode: 'serial' })

const port = await freePort()
let redis: Program
let first: Program & { url: string }
let second: Program & { url: string }

test.beforeAll(async () => {
  redis = await startRedis(port)
  ;[first, second] = await Promise.all([startInstance(), startInstance()])
})

test.afterAll(async () => {
  await Promise.all([first, second, redis].map((program) => program.end()))
})

test('instances share their cache through Redis', async ({ request, upstream }, testInfo) => {
  await expectToShare(request, upstream, `shared-${uniqueName(testInfo)}`)
})

test('instances work without Redis, and share their cache again when it is back', async ({
  request,
  upstream,
}, testInfo) => {
  await redis.end()
  const path = `/repos/fresh/alone-${uniqueName(testInfo)}`
  expect((await request.get(first.url + path)).status()).toBe(200)
  expect((await request.get(second.url + path)).status()).toBe(200)
  expect(await upstream.requests(path)).toBe(2 * overviewCost)

  redis = await startRedis(port)
  await expectToShare(request, upstream, `again-${uniqueName(testInfo)}`)
})

/**
 * Expects that the second instance reads the data of the first one from Redis. A busy instance may
 * read from GitHub when Redis does not reply in time, so this tries several pages.
 */
async function expectToShare(
  request: APIRequestContext,
  upstream: SampleGitHub,
  name: string,
): Promise<void> {
  let attempts = 0
  await expect(async () => {
    const path = `/repos/fresh/${attempts++}-${name}`
    expect((await request.get(first.url + path)).status()).toBe(200)
    const response = await request.get(second.url + path)
    expect(response.status()).toBe(200)
    expect(response.headers()['server-timing']).toContain(`desc="200 hit ${path} +`)
    expect(await upstream.requests(path)).toBe(overviewCost)
  }).toPass()
}

test('a webhook at one instance reaches the open pages of another', async ({
  browser,
  upstream,
}, testInfo) => {
  const repo = `fresh/followed-${uniqueName(testInfo)}`
  const page = await browser.newPage()
  const listening = page.waitForResponse(/\/api\/changes\?/)
  await page.goto(`${second.url}/repos/${repo}`)
  expect((await listening).status()).toBe(200)
  const url = `${first.url}/api/webhooks/github`
  expect(await upstream.push(repo, { url, secret: webhookSecret })).toBe(202)
  await expect(page.getByText('New data loaded at')).toBeVisible()
  await page.close()
})

test('an instance that receives SIGTERM completes its open requests', async ({
  request,
  upstream,
}, testInfo) => {
  const path = `/repos/fresh/ending-${uniqueName(testInfo)}`
  await upstream.delay(path, 1500)
  const pending = request.get(first.url + path)
  await expect.poll(() => upstream.requests(path)).toBeGreaterThan(0)

  const [response] = await Promise.all([pending, first.end()])
  expect(response.status()).toBe(200)
  expect((await request.get(second.url + path)).status()).toBe(200)
})

async function startInstance(): Promise<Program & { url: string }> {
  const instancePort = await freePort()
  const program = await startServer(
    productionServer(instancePort, {
      REDIS_URL: `redis://127.0.0.1:${port}`,
      WEBHOOK_SECRET: webhookSecret,
    }),
  )
  return { ...program, url: `http://127.0.0.1:${instancePort}` }
}
