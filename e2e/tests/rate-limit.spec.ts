import { getData } from '../support/data-route.ts'
import { rateLimitedUrl } from '../support/servers.ts'
import { expect, test } from '../support/test.ts'
import { uniqueName } from '../support/unique-name.ts'

// These tests run in order on their own server: a rate limit applies to the whole process.
test.use({ baseURL: rateLimitedUrl })
test.describe.configure({ mode: 'serial' })

test('a rate-limited repository says when to retry, and others respond again within seconds', async ({
  page,
  request,
}, testInfo) => {
  const response = await page.goto('/repos/failures/rate-limited')

  expect(response?.status()).toBe(503)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Rate limit reached')
  await expect(page.getByRole('main')).toContainText(/Try again after \d{1,2}:\d\d/)
  const cold = `/repos/fresh/after-${uniqueName(testInfo)}`
  await expect.poll(async () => (await request.get(cold)).status(), { timeout: 20_000 }).toBe(200)
})

test('a rate-limited search says when to retry, and repositories still work', async ({
  page,
  request,
}) => {
  const response = await page.goto('/search?q=failures:reset-in-600')

  expect(response?.status()).toBe(503)
  expect(response?.headers()['retry-after']).toMatch(/^[1-9]\d*$/)
  expect(response?.headers()['cache-control']).toBe('private, no-store')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Rate limit reached')
  await expect(page.getByRole('main')).toContainText(/until \d{1,2}:\d\d/)
  expect((await request.get('/repos/acme/rocket')).status()).toBe(200)
})

test('after a rate limit no search reaches GitHub until the reset', async ({
  request,
  upstream,
}) => {
  const response = await request.get('/search?q=something-else')

  expect(response.status()).toBe(503)
  expect(await upstream.searches('something-else')).toBe(0)
})

test('a rate-limited list of an owner’s repositories by stars names the search limit', async ({
  page,
}) => {
  const response = await page.goto('/owners/nova?sort=stars')

  expect(response?.status()).toBe(503)
  await expect(page.getByRole('main')).toContainText('The search limit is reached')

  expect((await page.goto('/owners/nova'))?.status()).toBe(200)
})

test('a rate-limited panel says when to retry, and the page is cached for seconds', async ({
  page,
}) => {
  const response = await page.goto('/repos/failures/releases--reset-in-600')

  expect(response?.status()).toBe(200)
  expect(response?.headers()['cache-control']).toBe(
    'public, max-age=0, must-revalidate, s-maxage=5',
  )
  await expect(page.getByRole('region', { name: 'Latest release' })).toContainText(
    /Try again after \d{1,2}:\d\d/,
  )
})

test('after a rate limit cached repositories are shown, and others are a 503 without a request', async ({
  page,
  request,
  upstream,
}, testInfo) => {
  const cold = `/repos/fresh/limited-${uniqueName(testInfo)}`
  for (const response of [await request.get(cold), await getData(request, cold)]) {
    expect(response.status()).toBe(503)
    expect(response.headers()['retry-after']).toMatch(/^[1-9]\d*$/)
    expect(response.headers()['cache-control']).toBe('private, no-store')
  }
  expect(await upstream.requests(cold)).toBe(0)

  await page.goto(cold)
  await expect(page.getByRole('main')).toContainText('This site has used its hourly GitHub quota.')

  const warm = await page.goto('/repos/acme/rocket')
  expect(warm?.status()).toBe(200)
  await expect(page.getByRole('definition').first()).toContainText('12.4k')
})
