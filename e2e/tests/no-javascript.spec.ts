import { appPages, viewerHeaders } from '../support/pages.ts'
import { expect, test } from '../support/test.ts'

test.use({ javaScriptEnabled: false })

test('without JavaScript a visitor searches, opens a repository and its owner, and uses a pager', async ({
  page,
}) => {
  await page.goto('/')
  await page.getByRole('searchbox').fill('rocket')
  await page.getByRole('button', { name: 'Search' }).click()
  await expect(page).toHaveURL('/search?q=rocket')

  await page.getByRole('link', { name: 'acme/rocket', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('acme / rocket')
  await expect(page.getByRole('img', { name: 'Commits per week' })).toBeVisible()
  await page.getByText('Show data').first().click()
  await expect(page.getByRole('table').first()).toBeVisible()

  await page.getByRole('main').getByRole('link', { name: 'acme', exact: true }).first().click()
  await page.getByRole('link', { name: 'Name', exact: true }).click()
  await page.getByRole('link', { name: 'Next' }).click()
  await expect(page).toHaveURL('/owners/acme?sort=name&page=2#list')
  await expect(page.getByRole('link', { name: 'Page 2' })).toHaveAttribute('aria-current', 'page')
})

test('without JavaScript the lesson and the failure pages are complete', async ({ page }) => {
  await page.goto('/learn/first-page')
  await expect(page.getByRole('main')).toContainText('12,431')

  await page.goto('/repos/failures/status-503')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('GitHub isn’t responding')
  await page.getByRole('link', { name: 'Try again' }).click()
  await expect(page).toHaveURL('/repos/failures/status-503')
})

test('without JavaScript a visitor plays with five caches, and headers with an error are named', async ({
  page,
}) => {
  await page.goto('/learn/caching')
  await page.getByRole('button', { name: 'Send a request' }).click()
  await page.getByRole('button', { name: 'Wait 30 s' }).click()
  await page.getByRole('button', { name: 'Send a request' }).click()
  const table = page.getByRole('table', { name: 'Responses of the caches' })
  await expect(table.getByRole('rowheader')).toHaveText([
    '30 s: Request',
    '0 s: Wait 30 s',
    '0 s: Request',
  ])
  const cells = (name: string) => table.getByRole('cell', { name, exact: true })
  await expect(cells('Stale v1 30 s old refreshes')).toHaveCount(4)
  await expect(cells('Revalidated v1')).toHaveCount(1)

  await page.getByLabel('Response headers').fill('max-age=60')
  const rejected = page.waitForResponse((response) => response.url().includes('headers=max-age'))
  await page.getByRole('button', { name: 'Apply headers' }).click()
  expect((await rejected).status()).toBe(400)
  await expect(page.getByLabel('Response headers')).toHaveAccessibleDescription(
    'Line 1 is not a header. Use a name and a value: Cache-Control: max-age=60',
  )
  await page.getByRole('link', { name: 'Not cached' }).click()
  await expect(cells('Miss v1 not stored')).toHaveCount(10)
})

test('without JavaScript filters narrow a search, and repositories are compared', async ({
  page,
}) => {
  await page.goto('/search?q=user:acme')
  await page.getByLabel('Language').fill('Go')
  await page.getByRole('button', { name: 'Search' }).click()
  await expect(page.getByText('6 results')).toBeVisible()

  await page.goto('/repos/acme/rocket')
  await page.getByText('Compare with…').click()
  await page.getByLabel('Second repository').fill('acme/monolith')
  await page.getByRole('main').getByRole('button', { name: 'Compare' }).click()
  await expect(page).toHaveURL('/compare?repos=acme/rocket,acme/monolith')
  await expect(page.getByRole('columnheader')).toHaveCount(2)
  await expect(page.getByRole('main').getByRole('link', { name: 'CSV' })).toHaveAttribute(
    'href',
    /^\/api\/export\/compare\.csv\?repos=/,
  )
})

test('without JavaScript every page has a heading, a search and no button that needs a script', async ({
  request,
}) => {
  for (const appPage of appPages) {
    const response = await request.get(appPage.path, { headers: viewerHeaders(appPage) })
    // Visitors do not see the data of scripts.
    const html = (await response.text()).replace(/<script\b.*?<\/script>/gs, '')
    expect.soft(html.match(/<h1\b/g) ?? [], appPage.path).toHaveLength(1)
    expect.soft(html, appPage.path).toContain('type="search"')
    expect.soft(html.match(/<button\b(?![^>]*type="submit")[^>]*>/g), appPage.path).toBeNull()
  }
})
