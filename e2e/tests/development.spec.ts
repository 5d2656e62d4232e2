import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '../support/test.ts'

// One after another: the last test edits a component that other tests render.
test.describe.configure({ mode: 'default' })

test('in development every page is no-store', async ({ request }) => {
  for (const path of ['/', '/repos/acme/rocket', '/learn/first-page']) {
    const response = await request.get(path)
    expect(response.status()).toBe(200)
    expect(response.headers()['cache-control']).toBe('no-store')
  }
})

test.describe(() => {
  test.use({ expectedErrors: [/on purpose/] })

  test('in development an error shows the overlay with its message, not pages/500', async ({
    page,
  }) => {
    const response = await page.goto('/learn/errors/thrown')

    expect(response?.status()).toBe(500)
    await expect(page.getByRole('dialog')).toContainText(
      'This lesson throws in getServerSideProps on purpose.',
    )
    await expect(page.getByText('Something went wrong')).toHaveCount(0)
  })
})

test.describe(() => {
  test.use({ expectedErrors: [/./] })

  test('in development a secret in the props is an error without the secret', async ({ page }) => {
    const response = await page.goto('/learn/errors/secret')

    expect(response?.status()).toBe(500)
    expect(await response?.text()).not.toContain('a-token-that-must-not-leave')
    await expect(page.getByRole('dialog')).toContainText('cannot be serialized as JSON')
  })
})

test('in development a form simulates a visitor’s location', async ({ page }) => {
  await page.goto('/learn/geolocation/yours')
  await page.getByLabel(/^Country/).fill('NO')
  await page.getByLabel(/^City/).fill('Tromsø')
  await page.getByLabel(/^Time zone/).fill('Europe/Oslo')
  await page.getByRole('button', { name: 'Apply' }).click()
  const locationData = page.getByRole('region', { name: 'Location data in this request' })
  await expect(locationData).toContainText('CountryNO')
  await expect(locationData).toContainText('CityTromsø')
  await expect(locationData).toContainText('Time zoneEurope/Oslo')
})

test('in development a page works under its Content Security Policy', async ({ page }) => {
  const response = await page.goto('/repos/acme/rocket')

  expect(response?.headers()['content-security-policy']).toContain("default-src 'none'")
  await expect(page.getByRole('button', { name: /^Theme/ })).toBeVisible()
})

test.describe('Fast Refresh', () => {
  const component = join(
    import.meta.dirname,
    '../../apps/dashboard/src/components/repo/repo-actions.tsx',
  )
  let source: string
  const restore = () => writeFileSync(component, source)

  test.beforeAll(() => {
    source = readFileSync(component, 'utf8')
    process.on('exit', restore)
  })
  test.afterAll(() => {
    restore()
    process.off('exit', restore)
  })

  test('in development an edited component updates and keeps its state', async ({ page }) => {
    await page.goto('/repos/acme/rocket')
    const details = page.locator('details').filter({ hasText: 'Export' })
    await details.locator('summary').click()
    await expect(details).toHaveAttribute('open')
    await expect(page.locator('[data-edited]')).toHaveCount(0)

    writeFileSync(
      component,
      source.replace('return (\n    <div ', 'return (\n    <div data-edited '),
    )

    await expect(page.locator('[data-edited]')).toBeVisible()
    await expect(details).toHaveAttribute('open')
  })
})
