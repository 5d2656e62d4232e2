import { overviewCost } from '../support/sample-github.ts'
import { expect, test } from '../support/test.ts'
import { uniqueName } from '../support/unique-name.ts'

test('the second request for a page costs no request to GitHub', async ({
  request,
  upstream,
}, testInfo) => {
  const path = `/repos/fresh/again-${uniqueName(testInfo)}`
  await request.get(path)
  const requestCount = await upstream.requests(path)
  expect(requestCount).toBe(overviewCost)

  const second = await request.get(path)
  expect(second.status()).toBe(200)
  expect(await upstream.requests(path)).toBe(requestCount)
  expect(second.headers()['server-timing']).toContain(`desc="200 hit ${path} +`)
})

test('concurrent visitors cost one request for each resource', async ({
  request,
  upstream,
}, testInfo) => {
  const path = `/repos/fresh/visitors-${uniqueName(testInfo)}`
  await upstream.delay(path, 500)
  const responses = await Promise.all(Array.from({ length: 100 }, () => request.get(path)))

  expect(new Set(responses.map((response) => response.status()))).toEqual(new Set([200]))
  expect(await upstream.requests(path)).toBe(overviewCost)
})

test('a visitor who closes the tab aborts no read', async ({
  baseURL,
  request,
  upstream,
}, testInfo) => {
  const path = `/repos/fresh/closed-${uniqueName(testInfo)}`
  await upstream.delay(path, 500)
  const tab = new AbortController()
  const visit = fetch(`${baseURL}${path}`, { signal: tab.signal })
  await expect.poll(() => upstream.requests(path)).toBeGreaterThan(0)
  tab.abort()
  await expect(visit).rejects.toThrow('aborted')

  await expect.poll(() => upstream.requests(path)).toBe(overviewCost)
  expect((await request.get(path)).status()).toBe(200)
  expect(await upstream.requests(path)).toBe(overviewCost)
})

test('the data is back a few seconds after GitHub has recovered from a failure', async ({
  request,
  upstream,
}, testInfo) => {
  const path = `/repos/fresh/heals-${uniqueName(testInfo)}`
  await upstream.fail(path, 'status-500')
  expect((await request.get(path)).status()).toBe(503)

  await upstream.recover(path)
  await expect.poll(async () => (await request.get(path)).status()).toBe(200)
})

test('a gateway error is retried once', async ({ request }) => {
  const responses = await Promise.all(
    ['a', 'b', 'c'].map((name) => request.get(`/repos/failures/flaky?${name}`)),
  )
  expect(responses.map((response) => response.status())).toEqual([200, 200, 200])
})

test('a request past its deadline fills the cache for the next visitor', async ({
  request,
  upstream,
}, testInfo) => {
  const path = `/repos/fresh/left-${uniqueName(testInfo)}`
  await upstream.delay(path, 5000)
  expect((await request.get(path)).status()).toBe(503)

  // Only for the requests that follow.
  await upstream.delay(path, 0)
  await expect.poll(async () => (await request.get(path)).status()).toBe(200)
  expect(await upstream.requests(`${path}/languages`)).toBe(1)
})
