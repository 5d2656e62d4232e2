import { getData } from '../support/data-route.ts'
import { expect, test } from '../support/test.ts'
import { uniqueName } from '../support/unique-name.ts'

const documented = 'public, s-maxage=10, stale-while-revalidate=59'

test('the caching lesson sends the header from the Next.js documentation, as HTML and as data', async ({
  request,
}) => {
  for (const response of [
    await request.get('/learn/caching'),
    await getData(request, '/learn/caching'),
  ]) {
    expect(response.status()).toBe(200)
    expect(response.headers()['cache-control']).toBe(documented)
    expect(response.headers()['cdn-cache-control']).toBeUndefined()
  }
})

test('the code of a lesson has colors in its HTML', async ({ request }) => {
  const html = await (await request.get('/learn/first-page')).text()
  expect(html).toContain('<span class="pl-k">export</span> <span class="pl-k">const</span>')
})

test('the caching lesson says that there is no shared cache, and how to start one', async ({
  page,
}) => {
  await page.goto('/learn/caching')
  await expect(page.getByText('No shared cache in front of this server')).toBeVisible()
  await expect(page.getByText('pnpm preview nginx')).toBeVisible()
  await expect(page.getByText(/It is \d+ s old/)).toBeVisible()
  // The first status is the banner.
  const message = page.getByRole('main').getByRole('status').nth(1)
  await expect(message).toHaveText('')

  await page.getByRole('button', { name: 'Request this page again' }).click()
  const responses = page.getByRole('group', { name: 'Responses' })
  await expect(responses.getByRole('cell', { name: 'none (rendered now)' })).toBeVisible()
  await expect(message).toContainText('s old, cache status: none (rendered now).')
})

test('the caching lesson shows 69 seconds, not 59, for each cache that serves stale', async ({
  page,
}) => {
  await page.goto('/learn/caching')
  for (const cache of ['nginx', 'Varnish', 'Vercel']) {
    const section = page.getByRole('region', { name: cache })
    await expect(section).toContainText('0–10 s: served from cache.')
    await expect(section).toContainText('10–69 s: served stale, revalidated in the background.')
  }
  await expect(page.getByRole('region', { name: 'Cloudflare' })).not.toContainText('69 s')
})

test('without must-revalidate Chromium shows the cached page on the second visit, and with it a new one', async ({
  page,
}) => {
  await page.goto('/learn')
  const rendered = page.getByText('The server rendered this page at').getByRole('time')
  await page.getByRole('link', { name: 'Caching this page' }).click()
  const first = await rendered.getAttribute('datetime')
  await page.getByRole('article').getByRole('link', { name: 'Learn' }).first().click()
  await page.getByRole('link', { name: 'Caching this page' }).click()
  await expect(rendered).toHaveAttribute('datetime', first ?? '')

  await page.getByRole('article').getByRole('link', { name: 'Learn' }).first().click()
  await page.getByRole('link', { name: 'SSR, SSG or client fetch?', exact: true }).click()
  const renderedAt = page.getByRole('region', { name: 'SSR' }).getByRole('time').nth(1)
  const firstRenderedAt = await renderedAt.getAttribute('datetime')
  await page.getByRole('article').getByRole('link', { name: 'Learn' }).first().click()
  await page.getByRole('link', { name: 'SSR, SSG or client fetch?', exact: true }).click()
  await expect(renderedAt).not.toHaveAttribute('datetime', firstRenderedAt ?? '')
})

test('the lesson compares SSR, SSG and a client fetch', async ({ page }) => {
  await page.goto('/learn/when')
  for (const name of ['SSR', 'ISR', 'Client fetch']) {
    const card = page.getByRole('region', { name })
    await expect(card).toContainText('Stars of acme/rocket')
    await expect(card).toContainText('12,431')
  }
})

test.describe(() => {
  test.use({ javaScriptEnabled: false })

  test('without JavaScript SSR and SSG have the data, and the client fetch does not', async ({
    page,
  }) => {
    await page.goto('/learn/when')
    await expect(page.getByRole('region', { name: 'SSR' })).toContainText('12,431')
    await expect(page.getByRole('region', { name: 'Client fetch' })).not.toContainText('12,431')
    await page.getByRole('link', { name: 'a separate page' }).click()
    await expect(page.getByRole('region', { name: 'ISR' })).toContainText('12,431')
  })
})

test('an ISR page is rendered once on its first request', async ({
  request,
  upstream,
}, testInfo) => {
  const repository = `/repos/fresh/ahead-${uniqueName(testInfo)}`
  const path = `/learn/when/fresh/ahead-${uniqueName(testInfo)}`
  const first = await request.get(path)
  expect(first.status()).toBe(200)
  expect(first.headers()['cache-control']).toBe('s-maxage=60, stale-while-revalidate=600')
  const second = await request.get(path)
  expect(second.headers()['x-nextjs-cache']).toBe('HIT')
  expect(await second.text()).toBe(await first.text())
  expect(await upstream.requests(repository)).toBe(1)
})

test('an SSR page is rendered for each request from cached data', async ({ request }) => {
  const readLesson = async () => {
    const { pageProps }: { pageProps: { reading: { renderedAt: string; asOf: string } } } = await (
      await getData(request, '/learn/when')
    ).json()
    return pageProps.reading
  }
  // The data may be revalidated between the two requests.
  await expect(async () => {
    const first = await readLesson()
    const second = await readLesson()
    expect(Date.parse(second.renderedAt)).toBeGreaterThan(Date.parse(first.renderedAt))
    expect(second.asOf).toBe(first.asOf)
  }).toPass()
})

test('an ISR page is a 200, a 404, a redirect or a 500', async ({ request }) => {
  const statuses = {
    '/learn/when/acme/rocket': 200,
    '/learn/when/acme/nothing': 404,
    '/learn/when/a..b/rocket': 404,
    '/learn/when/acme/old-name': 307,
    // getStaticProps cannot set the status 503.
    '/learn/when/failures/status-500': 500,
  }
  for (const [path, status] of Object.entries(statuses)) {
    const response = await request.get(path, { maxRedirects: 0 })
    expect(response.status(), path).toBe(status)
    if (status === 307) expect(response.headers().location).toBe('/learn/when/acme/new-name')
    if (status === 500) expect(response.headers()['cache-control']).toMatch(/^private, .*no-store/)
  }
})

test('the API route of the client fetch has the status and policy of a page', async ({
  request,
}) => {
  const response = await request.get('/api/learn/reading')
  expect(response.status()).toBe(200)
  expect(response.headers()['cache-control']).toMatch(/^public, max-age=0, must-revalidate/)
  expect(await response.json()).toEqual({
    fullName: 'acme/rocket',
    stars: 12_431,
    pushedAt: expect.stringMatching(/T00:00:00Z$/),
    asOf: expect.stringMatching(/Z$/),
    renderedAt: expect.stringMatching(/Z$/),
  })
  expect((await request.post('/api/learn/reading')).status()).toBe(405)
})

test('the caching lesson simulates five caches without loading a document again', async ({
  page,
}) => {
  await page.goto('/learn/caching')
  await page.evaluate(() => document.body.setAttribute('data-marker', ''))
  const table = page.getByRole('table', { name: 'Responses of the caches' })
  const rows = table.getByRole('rowheader')
  for (const [count, name] of ['Send a request', 'Wait 5 s', 'Change the data'].entries()) {
    await page.getByRole('button', { name }).click()
    await expect(rows).toHaveCount(count + 1)
  }
  const again = page.getByRole('button', { name: 'Send a request' })
  await again.click()

  const message = page.getByText('5 s: Request. Browser: Stale, v1, 5 s old, refreshes.')
  await expect(message).toHaveRole('status')
  await expect(again).toBeFocused()
  await expect(page.locator('[data-marker]')).toHaveCount(1)
  await expect(page).toHaveURL(/events=request\.wait-5\.change&event=request$/)

  await page.getByRole('link', { name: 'Per language' }).click()
  const cells = table.getByRole('cell')
  await expect(cells.nth(1)).toHaveAccessibleName('Miss v2 not stored')
  await page.getByRole('link', { name: 'Start over' }).click()
  await expect(cells).toHaveText(['Every cache is empty. Send a request.'])
  await expect(page.locator('[data-marker]')).toHaveCount(1)
})
