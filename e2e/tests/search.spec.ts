import { sampleUrl } from '../support/servers.ts'
import { expect, test } from '../support/test.ts'
import { uniqueName } from '../support/unique-name.ts'

test('a form filters a search, and each filter can be removed', async ({ page }) => {
  await page.goto('/search?q=user:acme&sort=stars')
  const form = page.getByRole('form', { name: 'Search' })
  await form.getByLabel('Language').fill('Go')
  await form.getByLabel('Archived').selectOption('Exclude')
  await form.getByRole('button', { name: 'Search' }).click()

  await expect(page).toHaveURL('/search?sort=stars&q=user%3Aacme&language=Go&archived=no')
  await expect(page.getByRole('status')).toHaveText('6 results')
  await expect(page.getByRole('link', { name: /^acme\// }).first()).toHaveText('acme/monolith')
  await expect(form.getByLabel('Language')).toHaveValue('Go')

  await page.getByRole('link', { name: 'Best match' }).click()
  await expect(page).toHaveURL('/search?q=user%3Aacme&language=Go&archived=no')
  await page.getByRole('link', { name: 'Remove Archived: exclude' }).click()
  await expect(page).toHaveURL('/search?q=user%3Aacme&language=Go')
  await page.getByRole('link', { name: 'Remove Language: Go' }).click()
  await expect(page).toHaveURL('/search?q=user%3Aacme')
  await expect(form.getByLabel('Language')).toHaveValue('')
})

test('a new query keeps the filters and the order, and starts at the first page', async ({
  page,
}) => {
  await page.goto('/search?q=user:acme&sort=stars&language=Go&archived=no&page=1')
  const box = page.getByLabel('Search repositories')
  await box.fill('monolith')
  await box.press('Enter')

  await expect(page).toHaveURL('/search?sort=stars&q=monolith&language=Go&archived=no')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Results for “monolith”')
  await expect(page.getByLabel('Language')).toHaveValue('Go')

  await page.goto('/owners/acme?sort=stars')
  await box.fill('monolith')
  await box.press('Enter')
  await expect(page).toHaveURL('/search?q=monolith')
})

test.describe(() => {
  test.use({ javaScriptEnabled: false })

  test('without JavaScript a new query keeps the filters', async ({ page }) => {
    await page.goto('/search?q=user:acme&language=Go')
    await page.getByLabel('Search repositories').fill('monolith')
    await page.getByLabel('Search repositories').press('Enter')
    await expect(page).toHaveURL('/search?q=monolith&language=Go&archived=&fork=')
  })
})

test('a search finds owners by words, on its first page', async ({ page }) => {
  await page.goto('/search?q=acme')
  await expect(page.getByText(/^Owners: acme/)).toBeVisible()
  await page.goto('/search?q=acme&page=2')
  await expect(page).toHaveTitle('Search: acme, page 2 · Repo Dashboard')
  await expect(page.getByText('Owners:')).toHaveCount(0)
})

test('a search without results says why, and links to wider searches', async ({ page }) => {
  await page.goto('/search?q=rocket+topic:nothing&language=Zig')
  const main = page.getByRole('main')
  await expect(page.getByRole('status')).toHaveText('0 results')
  await expect(main).toContainText(
    'No repository matches this with the filters above. Remove a filter.',
  )
  await main.getByRole('link', { name: 'Remove Language: Zig' }).click()
  await expect(page).toHaveURL('/search?q=rocket+topic%3Anothing')
  await main.getByRole('link', { name: 'Search for “rocket” alone' }).click()
  await expect(page).toHaveURL('/search?q=rocket')

  await page.goto('/search?q=zeppelin')
  await expect(main.getByRole('link', { name: 'Search on GitHub' })).toHaveAttribute(
    'href',
    `${sampleUrl}/search?q=zeppelin&type=repositories`,
  )
  await main.getByRole('link', { name: 'Include forks' }).click()
  await expect(page).toHaveURL('/search?q=zeppelin&fork=yes')
})

test('a failed search keeps its words and filters in the search box', async ({ page }) => {
  await page.goto('/search?q=failures:status-500+rocket&language=Go')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('GitHub isn’t responding')
  await expect(page.getByLabel('Search repositories')).toHaveValue('failures:status-500 rocket')
  await page.getByLabel('Search repositories').press('Enter')
  await expect(page).toHaveURL('/search?language=Go&q=failures%3Astatus-500+rocket')
})

const typedNames = [
  'acme/rocket',
  ' acme / rocket',
  `${sampleUrl}/acme/rocket.git?tab=readme#top`,
  'git@github.com:acme/rocket.git',
]

for (const javaScriptEnabled of [true, false]) {
  test.describe(() => {
    test.use({ javaScriptEnabled })

    test(`from home to the report card is 1 step, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
      page,
    }) => {
      for (const name of typedNames) {
        await page.goto('/')
        await page.getByLabel('Search repositories').fill(name)
        await page.getByLabel('Search repositories').press('Enter')
        await expect(page).toHaveURL('/repos/acme/rocket')
        await expect(page.getByRole('heading', { name: 'Report card' })).toBeVisible()
      }
    })
  })
}

test('a redirect to a named repository is never cached', async ({ request }) => {
  const response = await request.get('/search?q=acme/rocket&sort=stars&page=2', { maxRedirects: 0 })
  expect(response.status()).toBe(307)
  expect(response.headers()).toMatchObject({
    location: '/repos/acme/rocket',
    'cache-control': 'private, no-store',
  })
})

test('a name without a repository leads on to a search for its text, and to its owner', async ({
  page,
}) => {
  const response = await page.goto('/search?q=acme/nothing')
  expect(response?.status()).toBe(404)
  await expect(page).toHaveURL('/repos/acme/nothing')
  const main = page.getByRole('main')
  await expect(main.getByRole('link', { name: 'Repositories of acme' })).toHaveAttribute(
    'href',
    '/owners/acme',
  )
  await main.getByRole('link', { name: 'Search for “acme/nothing”' }).click()
  await expect(page).toHaveURL('/search?q=acme%2Fnothing&type=repositories')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Results for “acme/nothing”')
})

test('forks are excluded by default', async ({ page }) => {
  await page.goto('/search?q=rocket')
  await expect(page.getByRole('link', { name: 'nova/rocket' })).toHaveCount(0)
  await page.getByLabel('Forks').selectOption('Only')
  await page.getByRole('button', { name: 'Search' }).click()
  await expect(page.getByRole('link', { name: 'nova/rocket' })).toBeVisible()
  await expect(page.getByText('1 result')).toBeVisible()
})

test('a language alone is a search', async ({ page }) => {
  await page.goto('/search?language=Elixir')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Search')
  await expect(page.getByText(/[1-9]\d* results/)).toBeVisible()
})

test('the search and the home page show the remaining rate limit', async ({
  page,
  request,
}, testInfo) => {
  let searches = 0
  for (const path of ['/search?q=rocket', '/']) {
    await expect(async () => {
      // The quota of searches lasts a minute, and only a response of GitHub reports it.
      await request.get(`/search?q=quota-${uniqueName(testInfo)}-${searches++}`)
      await page.goto(path)
      await expect(page.getByText(/GitHub API: \d+ of 30 searches left, resets at/)).toBeVisible({
        timeout: 5_000,
      })
    }).toPass()
  }
})

test('an owner has a profile', async ({ page }) => {
  await page.goto('/owners/acme')
  const header = page.getByRole('main').getByRole('heading', { level: 1 }).locator('..')
  await expect(header).toContainText('organization')
  await expect(header).toContainText('We launch software in stages')
  await expect(header).toContainText(/\d+ public repositories/)
  await expect(header).toContainText('4.2k followers')
})
