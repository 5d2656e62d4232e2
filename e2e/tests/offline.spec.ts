import { offlineUrl } from '../support/servers.ts'
import { expect, test } from '../support/test.ts'

test.use({ baseURL: offlineUrl })

const needGitHub = ['/search?q=rocket', '/owners/acme', '/repos/acme/rocket', '/learn/first-page']

for (const path of needGitHub) {
  test(`without GitHub ${path} says so, and when to come back`, async ({ page }) => {
    const response = await page.goto(path)

    expect(response?.status()).toBe(503)
    expect(response?.headers()['retry-after']).toBe('30')
    expect(response?.headers()['cache-control']).toBe('private, no-store')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('GitHub cannot be reached')
    await expect(page.getByRole('link', { name: 'Try again' })).toBeVisible()
  })
}

test('without GitHub the start page keeps its search, and says what is missing', async ({
  page,
}) => {
  const response = await page.goto('/')

  expect(response?.status()).toBe(200)
  expect(response?.headers()['cache-control']).toBe(
    'public, max-age=0, must-revalidate, s-maxage=5',
  )
  await expect(page.getByRole('searchbox', { name: 'Find a repository' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Repositories' })).toContainText('no answer')
})

test('without GitHub the process is alive', async ({ request }) => {
  const response = await request.get('/api/health')
  expect(response.status()).toBe(200)
  expect(await response.json()).toEqual({ status: 'ok' })
})
