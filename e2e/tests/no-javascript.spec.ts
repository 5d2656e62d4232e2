import { pages } from '../support/pages.ts'
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

test('without JavaScript filters narrow a search, and repositories are compared', async ({
  page,
}) => {
  await page.goto('/search?q=user:acme')
  await page.getByLabel('Language').fill('Go')
  await page.getByRole('button', { name: 'Apply' }).click()
  await expect(page.getByText('6 repositories found')).toBeVisible()

  await page.goto('/repos/acme/rocket')
  await page.getByRole('main').getByRole('link', { name: 'Compare' }).click()
  await page.getByRole('main').getByRole('textbox').fill('acme/rocket acme/monolith')
  await page.getByRole('main').getByRole('button', { name: 'Compare' }).click()
  await expect(page.getByRole('columnheader')).toHaveCount(2)
  await expect(page.getByRole('main').getByRole('link', { name: 'CSV' })).toHaveAttribute(
    'href',
    /^\/api\/export\/compare\.csv\?repos=/,
  )
})

for (const path of pages) {
  test(`without JavaScript ${path} has its heading, its way to the search and no button that does nothing`, async ({
    page,
  }) => {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.getByRole('searchbox').first()).toBeVisible()
    for (const button of await page.getByRole('button').all()) {
      await expect(button).toHaveAttribute('type', 'submit')
    }
  })
}
