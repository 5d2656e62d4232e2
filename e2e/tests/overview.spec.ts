import { expect, test } from '../support/test.ts'

test('the report card has checks with links to GitHub', { tag: '@dates' }, async ({ page }) => {
  await page.goto('/repos/acme/rocket')
  const card = page.getByRole('region', { name: 'Report card' })

  await expect(card.getByRole('listitem')).toHaveText([
    /^CI passing on main 7 of 7 checksView$/,
    /^Last push .+View$/,
    /^v4\.2\.1 released .+Every 15 days \(median\) · 20 commits sinceView$/,
    /^MIT license View$/,
    /^Bus factor 4 4 of 91 contributors wrote half of the commitsView$/,
    /^All community files present View$/,
  ])
  await expect(card.getByRole('img', { name: 'good' })).toHaveCount(6)
  await expect(card.getByRole('link', { name: 'View: CI passing on main' })).toHaveAttribute(
    'href',
    /^https:\/\/github\.example\/acme\/rocket\/commit\/[\da-f]{40}$/,
  )
})

test('the report card names failing CI checks, and a repository without CI', async ({ page }) => {
  const card = page.getByRole('region', { name: 'Report card' })
  await page.goto('/repos/acme/red-light')
  await expect(card).toContainText(
    'CI failing on main 3 of 7 checks: unit (node 24), end-to-end, preview',
  )

  await page.goto('/repos/acme/blank')
  await expect(card).toContainText('No CI on main')
  await expect(card).toContainText('No stable release')
})

test('the report card says "unknown", and why, where GitHub has no data', async ({ page }) => {
  const card = page.getByRole('region', { name: 'Report card' })
  await page.goto('/repos/acme/monolith')
  await expect(card).toContainText('Contributors: unknown Not available')

  await page.goto('/repos/nova/rocket')
  await expect(card).toContainText(
    'Community files: unknown GitHub has no community profile for forks',
  )

  await page.goto('/repos/failures/check-runs--status-500')
  await expect(card).toContainText('Checks: unknown Couldn’t load')
})

test('issues and pull requests are counted separately where GitHub has both counts', async ({
  page,
}) => {
  await page.goto('/repos/acme/rocket')
  await page.getByRole('main').getByRole('link', { name: 'Open pull requests' }).click()
  await expect(page).toHaveURL('/repos/acme/rocket/pulls')

  await page.goto('/repos/failures/pulls--status-500')
  await expect(page.getByRole('term').filter({ hasText: 'Open' })).toHaveText([
    'Open issues and pull requests',
  ])
})

test('the star history of a year ends with today’s stars', { tag: '@dates' }, async ({ page }) => {
  await page.goto('/repos/acme/rocket')
  const panel = page.getByRole('region', { name: 'Star history' })

  await expect(panel.getByRole('img', { name: 'Star history' })).toBeVisible()
  await panel.getByText('Show data').click()
  await expect(panel.getByRole('row')).toHaveCount(14)
  await expect(panel.getByRole('row').last()).toContainText('12,431')
})

test('the README is text with absolute links, and the page loads nothing from it', async ({
  page,
}) => {
  const externalRequests: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('github.example')) externalRequests.push(request.url())
  })
  await page.goto('/repos/acme/rocket')
  const readme = page.getByRole('region', { name: 'README' })

  await expect(readme.getByRole('heading', { name: 'Install' })).toBeVisible()
  await expect(readme.getByRole('link', { name: 'the guide' })).toHaveAttribute(
    'href',
    'https://github.example/acme/rocket/blob/HEAD/docs/guide.md',
  )
  await expect(readme.getByRole('img')).toHaveCount(0)
  expect(externalRequests).toEqual([])
})

test('the latest release has its cadence and the unreleased commits', { tag: '@dates' }, async ({
  page,
}) => {
  await page.goto('/repos/acme/rocket')
  const panel = page.getByRole('region', { name: 'Latest release' })

  await expect(panel).toContainText('Unreleased commits20 commits')
  await expect(panel.getByRole('link', { name: /commits$/ })).toHaveAttribute(
    'href',
    /\/compare\/v4\.2\.1\.\.\.HEAD$/,
  )
  await expect(panel).toContainText('Release cadenceEvery 15 days')
})

test('the pages of a repository link to each other', async ({ page }) => {
  await page.goto('/repos/acme/rocket')
  const pages = page.getByRole('navigation', { name: 'Repository pages' })
  const sections = [
    ['Issues', '/issues'],
    ['Pull requests', '/pulls'],
    ['Releases', '/releases'],
    ['Contributors', '/contributors'],
    ['Activity', '/activity'],
    ['Overview', ''],
  ] as const

  for (const [name, path] of sections) {
    await pages.getByRole('link', { name }).click()
    await expect(page).toHaveURL(`/repos/acme/rocket${path}`)
    await expect(pages.getByRole('link', { name })).toHaveAttribute('aria-current', 'page')
  }
})

test('every page of a renamed repository redirects to the same page of its new name', async ({
  request,
}) => {
  for (const section of ['issues', 'pulls', 'releases', 'contributors', 'activity']) {
    const response = await request.get(`/repos/acme/old-name/${section}?page=2`, {
      maxRedirects: 0,
    })
    expect(response.status()).toBe(307)
    expect(response.headers().location).toBe(`/repos/acme/new-name/${section}?page=2`)
  }
})

test('no page of a private repository reveals that it exists', async ({ request }) => {
  for (const section of ['issues', 'pulls', 'releases', 'contributors', 'activity']) {
    const response = await request.get(`/repos/acme/secret-plans/${section}`)
    expect(response.status(), section).toBe(404)
  }
})
