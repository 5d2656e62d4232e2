import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { devUrl, offlineUrl } from '../support/servers.ts'
import { expect, test } from '../support/test.ts'

const buildIdFile = join(import.meta.dirname, '../../apps/dashboard/.next/BUILD_ID')

test('the status page shows rate limits, cache results, the store and errors, and is not cached', async ({
  page,
  request,
}) => {
  await request.get('/repos/acme/rocket')
  await request.get('/repos/failures/status-500')
  const response = await page.goto('/status')

  expect(response?.status()).toBe(200)
  expect(response?.headers()['cache-control']).toBe('private, no-store')
  await expect(page.getByRole('region', { name: 'API rate limit' })).toContainText(
    /REST.* of 5,000 left/,
  )
  await expect(page.getByRole('region', { name: 'Cache since startup' })).toContainText('Misses')
  await expect(page.getByRole('region', { name: 'Store' })).toContainText(/Entries in memory[1-9]/)
  const errors = page.getByRole('region', { name: 'Last errors' })
  await expect(errors).toContainText('unreachable (500)')
  // Names that others requested are not shown.
  await expect(errors).not.toContainText('failures')
  // A process runs for days, so a time needs a date.
  await expect(errors.getByRole('time').first()).toHaveText(/\b20\d\d, \d{1,2}:\d\d/)
})

test('the status page shows the build in its HTML and after hydration', async ({
  page,
  request,
}) => {
  const build = readFileSync(buildIdFile, 'utf8')
  await page.goto('/status')
  await expect(page.getByRole('region', { name: 'This server' })).toContainText(`Build${build}`)
  expect(await (await request.get('/status')).text()).toContain(`<code>${build}</code>`)
})

test.describe(() => {
  test.use({ baseURL: devUrl })

  test('in development the status page shows no build', async ({ page }) => {
    await page.goto('/status')
    await expect(page.getByRole('region', { name: 'This server' })).toContainText(
      'Builddevelopment',
    )
  })
})

test.describe(() => {
  test.use({ baseURL: offlineUrl })

  test('the status page says that GitHub cannot be reached', async ({ page }) => {
    const response = await page.goto('/status')

    expect(response?.status()).toBe(200)
    await expect(page.getByRole('region', { name: 'API rate limit' })).toContainText(
      'Couldn’t load',
    )
  })
})
