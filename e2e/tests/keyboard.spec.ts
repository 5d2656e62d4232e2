import type { Page } from '@playwright/test'
import { templatePages, viewerHeaders } from '../support/pages.ts'
import { expect, test } from '../support/test.ts'

for (const appPage of templatePages) {
  test(`the keyboard reaches every control on ${appPage.path} and shows the focus`, async ({
    page,
  }) => {
    await page.setExtraHTTPHeaders(viewerHeaders(appPage))
    await page.goto(appPage.path)
    await expect(page.getByRole('button', { name: /^Theme/ })).toBeVisible()
    // Scripts add a button to each snippet, and by then know which boxes scroll.
    const snippets = await page.locator('figure > pre').count()
    await expect(page.locator('figure > button')).toHaveCount(snippets)
    const pinButtons = page.locator('.repo-actions_pin')
    await expect(pinButtons.getByRole('button')).toHaveCount(await pinButtons.count())
    const controls = await listControls(page)
    expect(controls.length).toBeGreaterThan(3)

    const focusEvents = await recordFocus(page)
    for (const _ of controls) await page.keyboard.press('Tab')
    const reached = await focusEvents.evaluate((all) => all)
    expect(reached.map(({ name }) => name)).toEqual(controls)
    expect(reached.filter(({ hasOutline }) => !hasOutline)).toEqual([])
  })
}

/** Every visible control, in document order. */
async function listControls(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const selector = 'a[href], button, input:not([type=hidden]), select, summary, [tabindex="0"]'
    return [...document.querySelectorAll<HTMLElement>(selector)]
      .filter((element) => element.checkVisibility({ contentVisibilityAuto: true }))
      .filter((element) => !element.closest('details:not([open]) > :not(summary)'))
      .map((element) => element.outerHTML.slice(0, 80))
  })
}

/** Records each element that receives the focus, and whether it has a visible outline. */
async function recordFocus(page: Page) {
  return page.evaluateHandle(() => {
    const focused: { name: string; hasOutline: boolean }[] = []
    document.addEventListener('focusin', ({ target: element }) => {
      if (!(element instanceof HTMLElement)) return
      // The outline may be on an element around it, or on its pseudo-element.
      const candidates = [element, element.parentElement, element.closest('label')]
      const styles = candidates.flatMap((candidate) =>
        candidate ? [getComputedStyle(candidate), getComputedStyle(candidate, '::after')] : [],
      )
      const hasOutline = styles.some(
        ({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && outlineWidth !== '0px',
      )
      focused.push({ name: element.outerHTML.slice(0, 80), hasOutline })
    })
    return focused
  })
}

test('a table or code is a tab stop only while it scrolls', async ({ page }) => {
  const boxes = page.getByRole('main').locator('[role="group"]')
  const scrolling = () =>
    boxes.evaluateAll((all) =>
      all
        .filter((box) => box.scrollWidth > box.clientWidth)
        .map((box) => box.getAttribute('aria-label')),
    )
  const tabStops = () =>
    boxes.evaluateAll((all) =>
      all
        .filter((box) => box.hasAttribute('tabindex'))
        .map((box) => box.getAttribute('aria-label')),
    )
  for (const path of [
    '/learn/public-and-private-caching',
    '/repos/acme/rocket/badge',
    '/repos/acme/rocket/contributors',
  ]) {
    await page.setViewportSize({ width: 360, height: 740 })
    await page.goto(path)
    await expect.poll(scrolling, path).not.toEqual([])
    await expect.poll(tabStops, path).toEqual(await scrolling())
    await page.setViewportSize({ width: 2400, height: 900 })
    await expect.poll(tabStops, path).toEqual(await scrolling())
  }
  await expect.poll(tabStops).toEqual([])
})
