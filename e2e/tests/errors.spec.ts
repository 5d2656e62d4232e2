import { getData } from '../support/data-route.ts'
import { expect, test } from '../support/test.ts'

const errorHeading = 'Something went wrong'

for (const kind of ['thrown', 'rendering']) {
  test(`a ${kind} error is the 500 page without its message, and no cache stores it`, async ({
    page,
  }) => {
    const response = await page.goto(`/learn/errors/${kind}`)

    expect(response?.status()).toBe(500)
    expect(response?.headers()['cache-control']).toBe('private, no-store')
    expect(response?.headers()['cdn-cache-control']).toBeUndefined()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(errorHeading)
    expect(await response?.text()).not.toContain('on purpose')
  })
}

test('an error thrown for a data request is a 500 that no cache stores', async ({ request }) => {
  const response = await getData(request, '/learn/errors/thrown')

  expect(response.status()).toBe(500)
  expect(response.headers()['cache-control']).toBe('private, no-store')
  expect(await response.text()).not.toContain('on purpose')
})

test('the data of a page that throws while rendering is a 200 with the policy of the page', async ({
  request,
}) => {
  const response = await getData(request, '/learn/errors/rendering')

  expect(response.status()).toBe(200)
  expect(response.headers()['cache-control']).toBe(
    'public, max-age=0, must-revalidate, s-maxage=60, stale-while-revalidate=600',
  )
  expect(await response.json()).toMatchObject({ pageProps: {} })
})

test('an error thrown during a client navigation ends on the 500 page', async ({ page }) => {
  await page.goto('/learn/errors')
  await page.getByRole('link', { name: 'throw in the function' }).click()

  await expect(page.getByRole('heading', { level: 1 })).toHaveText(errorHeading)
  await expect(page).toHaveURL('/learn/errors/thrown')
})

test.describe(() => {
  test.use({ expectedErrors: [/on purpose/] })

  test('an error while rendering after a client navigation shows the 500 page with a link home', async ({
    page,
  }) => {
    await page.goto('/learn/errors')
    await page.getByRole('link', { name: 'throw while rendering' }).click()

    await expect(page.getByRole('heading', { level: 1 })).toHaveText(errorHeading)
    await page.getByRole('link', { name: 'Go home' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'Know a GitHub repository at a glance',
    )
  })
})

test('a URL without a page is the 404 page with a search', async ({ page }) => {
  const response = await page.goto('/nowhere')

  expect(response?.status()).toBe(404)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Page not found')
  await page.getByRole('main').getByLabel('Search repositories').fill('rocket')
  await page.getByRole('main').getByRole('button', { name: 'Search' }).click()
  await expect(page).toHaveURL('/search?q=rocket')
})

test('a missing repository is a 404 page after a client navigation', async ({ page }) => {
  await page.goto('/owners/failures?sort=name&page=2')
  await page.getByRole('link', { name: 'failures/status-404', exact: true }).click()

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Repository not found')
  await expect(page).toHaveURL('/repos/failures/status-404')
})

test('an unavailable repository is the 503 page after a client navigation', async ({ page }) => {
  await page.goto('/owners/failures?sort=name')
  await page.getByRole('link', { name: 'failures/cut-body', exact: true }).click()

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('GitHub isn’t responding')
  await expect(page).toHaveURL('/repos/failures/cut-body')
})
