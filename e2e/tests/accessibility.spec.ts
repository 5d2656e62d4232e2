import AxeBuilder from '@axe-core/playwright'
import { pages } from '../support/pages.ts'
import { expect, test } from '../support/test.ts'

const sizes = { narrow: { width: 360, height: 780 }, wide: { width: 1440, height: 900 } }

for (const path of pages) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing on ${path} in ${colorScheme}, narrow and wide`, async ({ page }) => {
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize(sizes.narrow)
      await page.goto(path)
      // The scripts are there: what only they show is looked at too.
      await expect(page.getByRole('button', { name: /^Theme/ })).toBeVisible()
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])

      await page.setViewportSize(sizes.wide)
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
    })
  }

  test(`nothing on ${path} is wider than a window of 320 pixels`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 800 })
    await page.goto(path)
    await expect(page.getByRole('button', { name: /^Theme/ })).toBeVisible()
    const width = await page.evaluate(() => document.documentElement.scrollWidth)

    expect(width).toBe(320)
  })
}
