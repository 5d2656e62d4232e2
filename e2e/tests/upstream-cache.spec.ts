import { overviewCost } from '../support/sample-github.ts'
import { expect, test } from '../support/test.ts'
import { uniqueName } from '../support/unique-name.ts'

test('a page that is asked for again costs GitHub nothing', async ({
  request,
  upstream,
}, testInfo) => {
  const path = `/repos/fresh/again-${uniqueName(testInfo)}`
  await request.get(path)
  const asked = await upstream.requests(path)
  expect(asked).toBe(overviewCost)

  const second = await request.get(path)
  expect(second.status()).toBe(200)
  expect(await upstream.requests(path)).toBe(asked)
  expect(second.headers()['server-timing']).toContain(`desc="200 hit ${path}"`)
})

test('five hundred visitors at once cost one request for each resource', async ({
  request,
  upstream,
}, testInfo) => {
  const path = `/repos/fresh/crowd-${uniqueName(testInfo)}`
  await upstream.delay(path, 1000)
  const responses = await Promise.all(Array.from({ length: 500 }, () => request.get(path)))

  expect(new Set(responses.map((response) => response.status()))).toEqual(new Set([200]))
  expect(await upstream.requests(path)).toBe(overviewCost)
})

test('a failure is not remembered, and the data is again there with the next good answer', async ({
  request,
  upstream,
}, testInfo) => {
  const path = `/repos/fresh/heals-${uniqueName(testInfo)}`
  await upstream.fail(path, 'status-500')
  expect((await request.get(path)).status()).toBe(503)

  await upstream.heal(path)
  expect((await request.get(path)).status()).toBe(200)
})

test('a gateway that fails once is asked again, and the visitor does not see it', async ({
  request,
}) => {
  const responses = await Promise.all(
    ['a', 'b', 'c'].map((name) => request.get(`/repos/failures/flaky?${name}`)),
  )
  expect(responses.map((response) => response.status())).toEqual([200, 200, 200])
})

test('a visitor who does not wait leaves the data to the next one', async ({
  request,
  upstream,
}, testInfo) => {
  const path = `/repos/fresh/left-${uniqueName(testInfo)}`
  await upstream.delay(path, 5000)
  expect((await request.get(path)).status()).toBe(503)

  await expect.poll(async () => (await request.get(path)).status(), { timeout: 10_000 }).toBe(200)
  expect(await upstream.requests(`${path}/languages`)).toBe(1)
})
