import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '../support/test.ts'

const pages = [
  '/',
  '/search?q=rocket',
  '/search',
  '/owners/acme',
  '/repos/acme/rocket',
  '/repos/acme/blank',
  '/repos/acme/polyglot',
  '/repos/failures/languages--status-500',
  '/repos/failures/status-500',
  '/status',
  '/learn',
  '/learn/first-page',
  '/learn/runtime/node',
  '/learn/runtime/edge',
  '/learn/errors/thrown',
  '/nowhere',
]

for (const path of pages) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing on ${path} in ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme })
      await page.goto(path)
      const { violations } = await new AxeBuilder({ page }).analyze()

      expect(violations).toEqual([])
    })
  }

  test(`nothing on ${path} is wider than a window of 320 pixels`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 800 })
    await page.goto(path)
    const width = await page.evaluate(() => document.documentElement.scrollWidth)

    expect(width).toBe(320)
  })
}
