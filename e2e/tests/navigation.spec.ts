import type { Page } from '@playwright/test'
import { holdData } from '../support/data-route.ts'
import { expect, test } from '../support/test.ts'

test('a slow search shows its progress, and the previous page until the results are ready', async ({
  page,
}) => {
  const release = await holdData(page, '/search')
  await openHydrated(page, '/repos/acme/rocket')
  await page.getByLabel('Search repositories').fill('rocket')
  await page.getByLabel('Search repositories').press('Enter')

  await expect(page.getByRole('progressbar', { name: 'Loading page' })).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('acme / rocket')
  release()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Results for “rocket”')
  await expect(page.getByRole('progressbar')).toHaveCount(0)
})

test('a form that is submitted twice makes one request', async ({ page }) => {
  const requests = requestsFor(page, '/search')
  const release = await holdData(page, '/search')
  await openHydrated(page, '/')
  const main = page.getByRole('main')
  await main.getByLabel('Search repositories').fill('rocket')
  await main.getByRole('button', { name: 'Search' }).dblclick()
  await expect(page.getByRole('progressbar')).toBeVisible()
  await main.getByLabel('Search repositories').press('Enter')
  release()

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Results for “rocket”')
  expect(requests.filter((url) => url.includes('q=rocket'))).toHaveLength(1)
})

test('a link that is clicked twice makes one request', async ({ page }) => {
  const release = await holdData(page, '/repos/fresh/beta')
  const requests = requestsFor(page, '/repos/fresh/beta')
  await openHydrated(page, '/owners/fresh')
  await page.getByRole('link', { name: 'fresh/beta' }).dblclick()
  await expect(page.getByRole('progressbar')).toBeVisible()
  release()

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('fresh / beta')
  expect(requests).toHaveLength(1)
})

test('a replaced navigation has no effect', async ({ page }) => {
  await openHydrated(page, '/owners/fresh')
  const release = await holdData(page, '/repos/fresh/alpha')
  const lateResponse = page.waitForResponse((response) =>
    response.url().includes('/repos/fresh/alpha'),
  )
  await page.getByRole('link', { name: 'fresh/alpha' }).click()
  await expect(page.getByRole('progressbar')).toBeVisible()

  await page.getByRole('link', { name: 'Learn', exact: true }).click()
  const heading = page.getByRole('heading', { level: 1 })
  await expect(heading).toHaveText('Learn getServerSideProps')
  await expect(page.getByRole('progressbar')).toHaveCount(0)

  release()
  await (await lateResponse).finished()
  await expect(heading).toHaveText('Learn getServerSideProps')
  await expect(page).toHaveURL('/learn')
  await page.goBack()
  await expect(page).toHaveURL('/owners/fresh')
})

test('Back restores a search, its filters and the scroll position', async ({ page }) => {
  await openHydrated(page, '/search?q=user:acme&language=Go')
  const link = page.getByRole('link', { name: /^acme\// }).last()
  await page.setViewportSize({ width: 360, height: 640 })
  await link.scrollIntoViewIfNeeded()
  const offset = await page.evaluate(() => window.scrollY)
  expect(offset).toBeGreaterThan(0)

  await link.click()
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(0)
  await page.goBack()
  await expect(page.getByRole('combobox', { name: 'Language' })).toHaveValue('Go')
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(offset)
})

async function openHydrated(page: Page, path: string): Promise<void> {
  await page.goto(path)
  // The button appears after hydration.
  await expect(page.getByRole('button', { name: /^Theme/ })).toBeVisible()
}

function requestsFor(page: Page, part: string): string[] {
  const urls: string[] = []
  page.on('request', (request) => {
    if (request.url().includes(part)) urls.push(request.url())
  })
  return urls
}
