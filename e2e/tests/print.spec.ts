import { expect, test } from '../support/test.ts'

test('a printed overview is light and has no controls', async ({ page }) => {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  await page.goto('/repos/acme/rocket')

  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByText('CI passing on main')).toBeVisible()
  await expect(page.getByRole('img', { name: 'Commits per week' })).toBeVisible()
  for (const role of ['banner', 'contentinfo', 'slider', 'button'] as const) {
    await expect(page.getByRole(role)).toHaveCount(0)
  }
  const colors = await page.evaluate(() => {
    const { color, backgroundColor } = getComputedStyle(document.body)
    return { color, backgroundColor }
  })
  expect(colors).toEqual({ color: 'rgb(31, 35, 40)', backgroundColor: 'rgba(0, 0, 0, 0)' })
})
