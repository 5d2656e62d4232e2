import { expect, test } from '../support/test.ts'
import { uniqueName } from '../support/unique-name.ts'

test('a repository shows its figures, languages, commits, release and contributors', {
  tag: '@dates',
}, async ({ page }) => {
  await page.goto('/repos/acme/rocket')

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('acme / rocket')
  await expect(page.getByText('Staged rollouts for small teams').first()).toBeVisible()
  const main = page.getByRole('main')
  await expect(main.getByRole('term')).toHaveText([
    'Stars',
    'Forks',
    'Watchers',
    'Open issues',
    'Open pull requests',
  ])
  await expect(main.getByRole('definition')).toHaveText([
    '12.4k+441 in the past 4 weeks',
    '912',
    '164',
    '231',
    '38',
  ])
  await expect(page.getByRole('region', { name: 'Report card' })).toContainText('MIT license')
  await expect(page.getByRole('region', { name: 'Latest release' })).toContainText('v4.2.1')
  await expect(page.getByRole('region', { name: 'Languages' })).toContainText('TypeScript')
  await expect(page.getByRole('region', { name: 'Contributors' })).toContainText(
    '91 contributors in the past year',
  )
})

test('an archived repository says so first', async ({ page }) => {
  await page.goto('/repos/acme/lunar-lander')
  await expect(page.getByRole('status')).toContainText('This repository is archived')
})

test('an empty repository says so, and its panels say that there is no data', async ({ page }) => {
  await page.goto('/repos/acme/blank')

  await expect(page.getByRole('status')).toContainText('This repository is empty')
  await expect(page.getByRole('region', { name: 'Commits per week' })).toContainText(
    'No commits in the past year.',
  )
  await expect(page.getByRole('region', { name: 'Contributors' })).toContainText(
    'No commits in the past year.',
  )
  await expect(page.getByRole('region', { name: 'Languages' })).toContainText(
    'No languages detected.',
  )
  await expect(page.getByRole('region', { name: 'Latest release' })).toContainText(
    'No stable release.',
  )
})

test('a renamed repository redirects to its new name', async ({ page, request }) => {
  const response = await request.get('/repos/acme/old-name', { maxRedirects: 0 })
  expect(response.status()).toBe(307)
  expect(response.headers().location).toBe('/repos/acme/new-name')
  expect(response.headers()['cache-control']).toBe('private, no-store')

  await page.goto('/repos/acme/old-name')
  await expect(page).toHaveURL('/repos/acme/new-name')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('acme / new-name')
})

test('a blocked repository is a 451', async ({ page }) => {
  const response = await page.goto('/repos/acme/takedown')

  expect(response?.status()).toBe(451)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Repository unavailable')
})

test('a very large repository shows GitHub’s data and names what is missing', async ({ page }) => {
  await page.goto('/repos/acme/monolith')

  await expect(page.getByRole('region', { name: 'Contributors' })).toContainText(
    '100+ contributors in the past year',
  )
  await expect(page.getByRole('img', { name: 'Commits per week' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Languages' })).toContainText('Other')
})

test('statistics that GitHub is computing are never a chart of zeros', async ({ page }) => {
  await page.goto('/repos/failures/commit_activity--status-202')
  const panel = page.getByRole('region', { name: 'Commits per week' })

  await expect(panel).toContainText('Updating…')
  await expect(panel.getByRole('img')).toHaveCount(0)
})

test('computed statistics appear without a reload', async ({ page }, testInfo) => {
  await page.goto(`/repos/fresh/computing-${uniqueName(testInfo)}`)

  await expect(page.getByText('Updating…').first()).toBeVisible()
  await expect(page.getByRole('img', { name: 'Commits per week' })).toBeVisible({ timeout: 15_000 })
})

test('a page that GitHub keeps waiting says so once, and offers a retry', async ({ page }) => {
  await page.clock.install()
  await page.goto('/repos/failures/commit_activity--status-202')
  const panel = page.getByRole('region', { name: 'Commits per week' })
  await expect(panel).toContainText('Updating…')
  await expect(page.getByRole('button', { name: /^Theme/ })).toBeVisible()

  for (let attempt = 0; attempt < 5; attempt += 1) {
    const reloaded = page.waitForResponse(/_next\/data/)
    await page.clock.fastForward(32_000)
    await reloaded
  }
  await expect(page.getByRole('status')).toHaveText('GitHub is taking longer than usual.')
  await expect(panel).toContainText('GitHub is taking longer than usual.')
  await panel.getByRole('link', { name: 'Retry' }).click()
  await expect(panel).toContainText('Updating…')
})

test('text in any script, and markup in it, is shown as text', async ({ page }) => {
  await page.goto('/repos/acme/polyglot')
  await expect(page.getByText('</script><script>', { exact: false }).first()).toBeVisible()
})

test('a private repository is not found, and the page does not say that it exists', async ({
  page,
}) => {
  const response = await page.goto('/repos/acme/secret-plans')

  expect(response?.status()).toBe(404)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Repository not found')
  await expect(page.getByRole('main')).toContainText('It doesn’t exist, or it’s private.')
})

test('a fork links to its parent', async ({ page }) => {
  await page.goto('/repos/nova/rocket')
  await page.getByRole('status').getByRole('link', { name: 'acme/rocket' }).click()
  await expect(page).toHaveURL('/repos/acme/rocket')
})

test('a repository with issues turned off says so', async ({ page }) => {
  await page.goto('/repos/acme/quiet-corner')
  await expect(page.getByRole('main')).toContainText('Issues are disabled')
})

test('a template and a mirror say so', async ({ page }) => {
  await page.goto('/repos/acme/starter')
  await expect(page.getByRole('status')).toContainText('This repository is a template')
  await page.goto('/repos/acme/looking-glass')
  await expect(page.getByRole('status')).toContainText('This repository is a mirror')
})

test('missing values are "none" or "unknown", never zero', async ({ page }) => {
  await page.goto('/repos/acme/bare')

  await expect(page.getByText('No description.')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Report card' })).toContainText('No license')
  await page.goto('/repos/failures/missing-fields')
  await expect(page.getByRole('definition')).toHaveText([
    'unknown',
    'unknown',
    'unknown',
    'unknown',
  ])
})

test.describe(() => {
  test.use({ expectedErrors: [/status of 404/] })

  test('a page stays whole when a note of it cannot be loaded', async ({ page }) => {
    const sentence = 'GitHub doesn’t provide this for this repository'
    await page.route('**/_next/static/chunks/*.js', async (route) => {
      const response = await route.fetch()
      const isNote = (await response.text()).includes(sentence)
      await route.fulfill(isNote ? { status: 404 } : { response })
    })
    const notFound = page.waitForResponse((response) => response.status() === 404)
    await page.goto('/repos/failures/contributor_stats--status-403')
    await notFound

    // The page has rendered again after the response.
    await page.getByRole('button', { name: /^Theme/ }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'failures / contributor_stats--status-403',
    )
    await expect(page.getByRole('region', { name: 'Contributors' })).toContainText(sentence)
    // Other scripts may still be loading.
    await page.unrouteAll({ behavior: 'ignoreErrors' })
  })
})
