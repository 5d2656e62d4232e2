import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect } from './test.ts'

// The other rules have the same result in both color schemes.
const colorRules = ['color-contrast', 'link-in-text-block']

/** Expects that axe finds no violation on the page in light, and none of color in dark. */
export async function expectNoViolations(page: Page): Promise<void> {
  await expectNoViolationsInLight(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await createBuilder(page).withRules(colorRules).analyze()
  expect.soft(dark.violations, `${page.url()} in dark`).toEqual([])
}

/** Expects that axe finds no violation on the page in light. */
export async function expectNoViolationsInLight(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' })
  const { violations } = await createBuilder(page).analyze()
  expect.soft(violations, `${page.url()} in light`).toEqual([])
}

function createBuilder(page: Page): AxeBuilder {
  // The selectors of elements without a violation take a third of the time.
  return new AxeBuilder({ page }).options({ resultTypes: ['violations'] })
}
