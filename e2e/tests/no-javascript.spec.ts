import { expect, test } from '../support/test.ts'

test.use({ javaScriptEnabled: false })

test('without JavaScript a reader searches, opens a repository and its owner, and turns pages', async ({
  page,
}) => {
  await page.goto('/')
  await page.getByRole('searchbox').fill('rocket')
  await page.getByRole('button', { name: 'Search' }).click()
  await expect(page).toHaveURL('/search?q=rocket')

  await page.getByRole('link', { name: 'acme/rocket', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('acme / rocket')
  await expect(page.getByRole('img', { name: 'Commits per week' })).toBeVisible()
  await page.getByText('As a table').first().click()
  await expect(page.getByRole('table').first()).toBeVisible()

  await page.getByRole('main').getByRole('link', { name: 'acme', exact: true }).first().click()
  await page.getByRole('link', { name: 'Name', exact: true }).click()
  await page.getByRole('link', { name: 'Next' }).click()
  await expect(page).toHaveURL('/owners/acme?sort=name&page=2')
  await expect(page.getByRole('link', { name: 'Page 2' })).toHaveAttribute('aria-current', 'page')
})

test('without JavaScript the lesson and the failure pages are whole', async ({ page }) => {
  await page.goto('/learn/first-page')
  await expect(page.getByRole('main')).toContainText('12,431')

  await page.goto('/repos/failures/status-503')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('GitHub cannot be reached')
  await page.getByRole('link', { name: 'Try again' }).click()
  await expect(page).toHaveURL('/repos/failures/status-503')
})
