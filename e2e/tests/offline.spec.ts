import { templatePages } from '../support/pages.ts'
import { offlineUrl } from '../support/servers.ts'
import { expect, test } from '../support/test.ts'

test.use({ baseURL: offlineUrl })

// Public pages that are useful without GitHub.
const independentTemplates = [
  '/',
  '/search',
  '/report-card',
  '/status',
  '/sign-in',
  '/compare',
  '/learn',
  'lesson',
  'chapter',
  'error',
]
const dependentPages = templatePages.filter(
  ({ template, isPrivate }) => !independentTemplates.includes(template) && !isPrivate,
)

test('without GitHub every template that depends on it is a 503 with Retry-After', async ({
  page,
}) => {
  for (const path of [
    ...dependentPages.map((appPage) => appPage.path),
    '/search?q=rocket',
    '/learn/first-page',
  ]) {
    const response = await page.goto(path)

    expect.soft(response?.status(), path).toBe(503)
    expect.soft(response?.headers()['retry-after'], path).toBe('30')
    expect.soft(response?.headers()['cache-control'], path).toBe('private, no-store')
    await expect
      .soft(page.getByRole('heading', { level: 1 }), path)
      .toHaveText('GitHub isn’t responding')
    await expect.soft(page.getByRole('link', { name: 'Try again' }), path).toBeVisible()
  }
})

test('without GitHub the home page has its search and names the missing panel', async ({
  page,
}) => {
  const response = await page.goto('/')

  expect(response?.status()).toBe(200)
  expect(response?.headers()['cache-control']).toBe(
    'public, max-age=0, must-revalidate, s-maxage=5',
  )
  await expect(
    page.getByRole('searchbox', { name: 'Search repositories or enter owner/name' }),
  ).toBeVisible()
  await expect(page.getByRole('region', { name: 'Most starred' })).toContainText('Couldn’t load')
})

test('without GitHub the server is alive and ready', async ({ request }) => {
  for (const [path, status] of [
    ['/api/health', 'ok'],
    ['/api/ready', 'ready'],
  ] as const) {
    const response = await request.get(path)
    expect(response.status(), path).toBe(200)
    expect(await response.json(), path).toEqual({ status })
  }
})
