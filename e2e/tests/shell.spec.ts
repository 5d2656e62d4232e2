import { holdData } from '../support/data-route.ts'
import { offlineUrl } from '../support/servers.ts'
import { expect, test } from '../support/test.ts'

test('the first Tab focuses the skip link, which leads to the content', async ({ page }) => {
  await page.goto('/repos/acme/rocket')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
})

test('the chosen theme is set before the next page is painted', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto('/')
  await page.getByRole('button', { name: 'Theme: system' }).click()
  await page.getByRole('button', { name: 'Theme: light' }).click()
  await expect(page.getByRole('button', { name: 'Theme: dark' })).toBeVisible()

  await page.goto('/repos/acme/rocket', { waitUntil: 'commit' })
  await expect(page.locator('html')).toHaveAttribute('data-color-mode', 'dark')
})

test('a slow navigation shows its progress, and the previous page until the next one is ready', async ({
  page,
}) => {
  const release = await holdData(page, '/repos/fresh/gamma')
  await page.goto('/owners/fresh')
  await expect(page.getByRole('button', { name: /^Theme/ })).toBeVisible()
  const progress = page.getByRole('progressbar', { name: 'Loading page' })
  await expect(progress).toHaveCount(0)

  await page.getByRole('link', { name: 'fresh/gamma' }).click()
  await expect(progress).toBeVisible()
  await expect(page.getByRole('link', { name: 'fresh/alpha' })).toBeVisible()

  release()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('fresh / gamma')
  await expect(progress).toHaveCount(0)
})

test('the "/" key focuses the search, and types a slash in it', async ({ page }) => {
  await page.goto('/repos/acme/rocket')
  const search = page.getByLabel('Search repositories')
  await expect(page.getByRole('button', { name: /^Theme/ })).toBeVisible()

  await page.keyboard.press('/')
  await expect(search).toBeFocused()
  await page.keyboard.type('a/b')
  await expect(search).toHaveValue('a/b')
})

test('Back restores the scroll position', async ({ page }) => {
  await page.goto('/owners/acme?sort=stars')
  const link = page.getByRole('link', { name: /^acme\// }).last()
  await link.scrollIntoViewIfNeeded()
  const offset = await page.evaluate(() => window.scrollY)
  expect(offset).toBeGreaterThan(0)

  await link.click()
  await expect(page).toHaveURL(/^.*\/repos\/acme\//)
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(0)
  await page.goBack()
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(offset)
})

test('static pages, errors and pages without GitHub say that the data is sample data', async ({
  page,
}) => {
  for (const path of [
    '/learn/getting-started',
    '/nowhere',
    '/repos/acme/nothing',
    '/repos/failures/status-451',
    '/learn/errors/thrown',
    `${offlineUrl}/`,
    `${offlineUrl}/repos/acme/rocket`,
  ]) {
    await page.goto(path)
    await expect(page.getByRole('banner'), path).toContainText('Sample data')
    await expect(page.getByRole('contentinfo'), path).toContainText('You’re viewing sample data.')
  }
})

test('the label of sample data stays on a static page', async ({ page }) => {
  const requests: string[] = []
  page.on('request', (request) => requests.push(new URL(request.url()).pathname))
  await page.goto('/repos/acme/rocket')
  await page.getByRole('link', { name: 'Learn', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Learn getServerSideProps')
  await expect(page.getByRole('banner')).toContainText('Sample data')
  expect(requests).not.toContain('/api/source')
})
