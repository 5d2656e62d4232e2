import type { Page } from '@playwright/test'
import { expectNoViolations, expectNoViolationsInLight } from '../support/axe.ts'
import { appPages, otherStates, templatePages, viewerHeaders } from '../support/pages.ts'
import { expect, test } from '../support/test.ts'

const wide = { width: 1440, height: 900 }
const narrow = { width: 320, height: 800 }
const visits = [
  ...appPages.map((page) => ({ path: page.path, headers: viewerHeaders(page) })),
  ...otherStates.map((path) => ({ path, headers: {} })),
]

for (const appPage of templatePages) {
  test(`axe finds no violations on ${appPage.path}, in light and dark`, async ({ page }) => {
    await page.setViewportSize(wide)
    await open(page, appPage.path, viewerHeaders(appPage))
    await expectNoViolations(page)
  })
}

test('every page fits into a window of 320 pixels', async ({ page }) => {
  test.slow()
  await page.setViewportSize(narrow)
  for (const { path, headers } of visits) {
    await open(page, path, headers)
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect.soft(width, path).toBe(narrow.width)
  }
})

const templatePaths = templatePages.map(({ path }) => path)
const otherVisits = visits.filter(({ path }) => !templatePaths.includes(path))

test('axe finds no violations on any other page, in light and dark', { tag: '@long' }, async ({
  page,
}) => {
  test.setTimeout(600_000)
  await page.setViewportSize(wide)
  for (const { path, headers } of otherVisits) {
    await open(page, path, headers)
    await expectNoViolations(page)
  }
})

// The dark colors are the same as on wide pages. The halves run at the same time.
for (const half of [0, 1]) {
  test(`axe finds no violations on any narrow page, half ${half + 1}`, { tag: '@long' }, async ({
    page,
  }) => {
    test.setTimeout(600_000)
    await page.setViewportSize(narrow)
    for (const { path, headers } of visits.filter((_, index) => index % 2 === half)) {
      await open(page, path, headers)
      await expectNoViolationsInLight(page)
    }
  })
}

/** Opens a page, and waits for the scripts and the content that only they show. */
async function open(page: Page, path: string, headers: Record<string, string>): Promise<void> {
  await page.setExtraHTTPHeaders(headers)
  await page.goto(path)
  await expect(page.getByRole('button', { name: /^Theme/ })).toBeVisible()
}
