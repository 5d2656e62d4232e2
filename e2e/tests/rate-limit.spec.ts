import { getData } from '../support/data-route.ts'
import { rateLimitedUrl } from '../support/servers.ts'
import { expect, test } from '../support/test.ts'
import { uniqueName } from '../support/unique-name.ts'

// One after the other, in a server of their own: what GitHub refuses, it refuses to all of it.
test.use({ baseURL: rateLimitedUrl })
test.describe.configure({ mode: 'serial' })

test('a search whose quota is spent says when it goes on, and repositories go on', async ({
  page,
  request,
}) => {
  const response = await page.goto('/search?q=failures:rate-limited')

  expect(response?.status()).toBe(503)
  expect(response?.headers()['retry-after']).toMatch(/^(59\d|600)$/)
  expect(response?.headers()['cache-control']).toBe('private, no-store')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('GitHub asks us to wait')
  await expect(page.getByRole('main')).toContainText(/It goes on at \d{1,2}:\d\d/)
  expect((await request.get('/repos/acme/rocket')).status()).toBe(200)
})

test('after a refusal no search is asked until the reset', async ({ request, upstream }) => {
  const response = await request.get('/search?q=something-else')

  expect(response.status()).toBe(503)
  expect(await upstream.searches('something-else')).toBe(0)
})

test('an owner’s repositories by stars are a search: their page speaks of the searches', async ({
  page,
}) => {
  const response = await page.goto('/owners/nova?sort=stars')

  expect(response?.status()).toBe(503)
  await expect(page.getByRole('main')).toContainText('GitHub answers few searches a minute')

  expect((await page.goto('/owners/nova'))?.status()).toBe(200)
})

test('a panel that meets a rate limit says until when, and the page is kept for seconds', async ({
  page,
}) => {
  const response = await page.goto('/repos/failures/releases--rate-limited')

  expect(response?.status()).toBe(200)
  expect(response?.headers()['cache-control']).toBe(
    'public, max-age=0, must-revalidate, s-maxage=5',
  )
  await expect(page.getByRole('region', { name: 'Latest release' })).toContainText(
    /It goes on at \d{1,2}:\d\d/,
  )
})

test('after a refusal a repository that is remembered is shown, and no other is asked for', async ({
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
  await expect(page.getByRole('main')).toContainText('requests that GitHub answers in an hour')

  const warm = await page.goto('/repos/acme/rocket')
  expect(warm?.status()).toBe(200)
  await expect(page.getByRole('definition').first()).toContainText('12.4k')
})
