import { expect, test } from '../support/test.ts'

test('an owner’s repositories are sorted by push, stars or name', async ({ page }) => {
  await page.goto('/owners/acme')
  await expect(page.getByRole('link', { name: 'Recently pushed' })).toHaveAttribute(
    'aria-current',
    'page',
  )

  await page.getByRole('link', { name: 'Stars', exact: true }).click()
  await expect(page).toHaveURL('/owners/acme?sort=stars')
  await expect(
    page.getByRole('main').getByRole('listitem').filter({ hasText: 'acme/monolith' }),
  ).toBeVisible()
  const repositories = page.getByRole('link', { name: /^acme\// })
  await expect(repositories.first()).toHaveText('acme/monolith')

  await page.getByRole('link', { name: 'Name', exact: true }).click()
  await expect(page).toHaveURL('/owners/acme?sort=name')
  await expect(repositories.first()).not.toHaveText('acme/monolith')
  const names = await repositories.allTextContents()
  expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'en', { sensitivity: 'base' })))
})

test('a pager lists each of an owner’s repositories once', async ({ page }) => {
  await page.goto('/owners/acme?sort=name')
  const pager = page.getByRole('navigation', { name: 'Pages of repositories' })
  const repositories = page.getByRole('link', { name: /^acme\// })
  await expect(repositories).toHaveCount(30)
  const first = await repositories.allTextContents()

  await pager.getByRole('link', { name: 'Next' }).click()
  await expect(page).toHaveURL('/owners/acme?sort=name&page=2')
  await expect(pager.getByRole('link', { name: 'Page 2' })).toHaveAttribute('aria-current', 'page')
  const second = await repositories.allTextContents()
  expect(second.filter((name) => first.includes(name))).toEqual([])

  await pager.getByRole('link', { name: 'Previous' }).click()
  await expect(page).toHaveURL('/owners/acme?sort=name')
})

for (const javaScriptEnabled of [true, false]) {
  test.describe(() => {
    test.use({ javaScriptEnabled })

    test(`an owner’s repositories are filtered, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
      page,
    }) => {
      await page.goto('/owners/acme?sort=name')
      await page.getByLabel('Language').fill('typescript')
      await page.getByLabel('Archived').selectOption('Exclude')
      await page.getByRole('button', { name: 'Apply' }).click()
      await expect(page).toHaveURL(/\/owners\/acme\?sort=name&language=typescript&/)
      await expect(page).toHaveTitle('Active TypeScript repositories · acme · Repo Dashboard')
      await expect(page.getByRole('main')).toContainText('active TypeScript repositories of acme.')
      await expect(page.getByRole('link', { name: 'acme/rocket', exact: true })).toBeVisible()

      await page.getByLabel('Language').fill('Elm')
      await page.getByRole('button', { name: 'Apply' }).click()
      await expect(page.getByRole('main')).toContainText('No active Elm repositories of acme.')
      await page.getByRole('link', { name: 'Clear filters' }).click()
      await expect(page).toHaveURL(`/owners/acme?sort=name${javaScriptEnabled ? '' : '#list'}`)
    })
  })
}

test('a list keeps its place when its filters or page change, and its heading has the focus', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto('/repos/acme/rocket/issues')
  await expect(page.getByRole('button', { name: /^Theme/ })).toBeVisible()
  const heading = page.getByRole('heading', { name: 'Open issues' })
  const place = () => page.evaluate(() => window.scrollY)
  await heading.scrollIntoViewIfNeeded()
  const before = await place()
  expect(before).toBeGreaterThan(0)
  await page.getByLabel('Sort by').selectOption('Oldest')
  await page.getByRole('button', { name: 'Apply' }).click()
  await expect(heading).toBeFocused()
  expect(await place()).toBe(before)

  await page.getByRole('link', { name: 'Next', exact: true }).click()
  await expect(page).toHaveURL('/repos/acme/rocket/issues?sort=oldest&page=2')
  await expect(heading).toBeFocused()
  await expect(heading).toBeInViewport()
  expect(await place()).toBeGreaterThan(0)
})

test('an invalid page number is the first page', async ({ page }) => {
  for (const number of ['0', '-1', 'x', '1e3', '99999999999']) {
    await page.goto(`/owners/acme?sort=name&page=${number}`)
    await expect(page.getByRole('link', { name: 'Page 1' })).toHaveAttribute('aria-current', 'page')
  }
})

test('a page past the end says so and links to existing pages', async ({ page }) => {
  const last = { '/owners/acme?sort=stars': 2, '/owners/acme?sort=name': 1 }
  for (const [path, number] of Object.entries(last)) {
    await page.goto(`${path}&page=30`)
    const pager = page.getByRole('navigation', { name: 'Pages of repositories' })
    await expect(pager).toContainText('There is no page 30')
    await expect(pager.getByRole('link', { name: /^Page / }).last()).toHaveText(String(number))
    await expect(pager.getByRole('link', { name: 'Next' })).toHaveCount(0)
    await pager.getByRole('link', { name: 'Previous' }).click()
    await expect(pager.getByRole('link', { name: `Page ${number}` })).toHaveAttribute(
      'aria-current',
      'page',
    )
    await expect(page.getByRole('link', { name: /^acme\// }).first()).toBeVisible()
  }
})

test('an owner that does not exist is not found', async ({ request }) => {
  expect((await request.get('/owners/nobody-at-all')).status()).toBe(404)
  expect((await request.get('/owners/-not-a-login')).status()).toBe(404)
})

test('a search form leads to a shareable URL', async ({ page }) => {
  await page.goto('/')
  await page.getByLabel('Search repositories').fill('rocket')
  await page.getByLabel('Search repositories').press('Enter')

  await expect(page).toHaveURL('/search?q=rocket')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Results for “rocket”')
  await expect(page.getByLabel('Search repositories')).toHaveValue('rocket')
  await expect(page.getByRole('link', { name: 'acme/rocket', exact: true })).toBeVisible()
})

test('search results can be sorted and paged', async ({ page }) => {
  await page.goto('/search?q=user:acme')
  await page.getByRole('link', { name: 'Stars', exact: true }).click()
  await expect(page).toHaveURL('/search?q=user%3Aacme&sort=stars')
  await expect(page.getByRole('link', { name: /^acme\// }).first()).toHaveText('acme/monolith')

  const pager = page.getByRole('navigation', { name: 'Pages of repositories' })
  await pager.getByRole('link', { name: 'Next' }).click()
  await expect(page).toHaveURL('/search?q=user%3Aacme&sort=stars&page=2')
})

test('a search that finds nothing says so', async ({ page }) => {
  await page.goto('/search?q=nothing-has-this-name')
  await expect(page.getByText('0 results')).toBeVisible()
})

test('an empty search and a long one are explained without a request to GitHub', async ({
  page,
  upstream,
}) => {
  const before = await upstream.searches('xxx')
  await page.goto('/search')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Search')
  await page.goto(`/search?q=${'x'.repeat(247)}`)
  await expect(page.getByRole('status')).toContainText(
    'Your search has 247 characters; the limit is 246.',
  )
  expect(await upstream.searches('xxx')).toBe(before)

  await page.goto(`/search?q=${'x'.repeat(246)}`)
  await expect(page.getByText('0 results')).toBeVisible()
  expect(await upstream.searches('xxx')).toBeGreaterThan(0)
})

test('an invalid search is a 400 that says so', async ({ page }) => {
  const response = await page.goto('/search?q=failures:status-422')
  expect(response?.status()).toBe(400)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Invalid search')
})
