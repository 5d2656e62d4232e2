import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect } from './test.ts'

// The other rules have the same result in both color schemes.
const colorRules = ['color-contrast', 'link-in-text-block']

/** Expects that axe finds no violation on the page in light, and none of color in dark. */
export async function expectNoViolations(page: Page): Promise<void> {
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await new AxeBuilder({ page }).withRules(colorRules).analyze()
  expect(dark.violations).toEqual([])
}
