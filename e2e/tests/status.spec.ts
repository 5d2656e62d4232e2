import { cutOffUrl } from '../support/servers.ts'
import { expect, test } from '../support/test.ts'

test('the status page shows quotas, answers, the store and the last errors, and nobody keeps it', async ({
  page,
  request,
}) => {
  await request.get('/repos/acme/rocket')
  await request.get('/repos/failures/status-500')
  const response = await page.goto('/status')

  expect(response?.status()).toBe(200)
  expect(response?.headers()['cache-control']).toBe('private, no-store')
  await expect(page.getByRole('region', { name: 'GitHub' })).toContainText(/core.* of 5,000 left/)
  await expect(page.getByRole('region', { name: 'Answers since the start' })).toContainText(
    'Read anew',
  )
  await expect(page.getByRole('region', { name: 'Store' })).toContainText(/Entries in memory[1-9]/)
  await expect(page.getByRole('region', { name: 'Last errors' })).toContainText('unreachable: ')
})

test.describe(() => {
  test.use({ baseURL: cutOffUrl })

  test('the status page says that GitHub cannot be reached', async ({ page }) => {
    const response = await page.goto('/status')

    expect(response?.status()).toBe(200)
    await expect(page.getByRole('region', { name: 'GitHub' })).toContainText('no answer')
  })
})
