import type { Page } from '@playwright/test'
import { pages } from '../support/pages.ts'
import { expect, test } from '../support/test.ts'

for (const path of pages) {
  test(`the keyboard alone reaches everything on ${path}, and shows where it is`, async ({
    page,
  }) => {
    await page.goto(path)
    await expect(page.getByRole('button', { name: /^Theme/ })).toBeVisible()
    const wanted = await reachable(page)
    expect(wanted.length).toBeGreaterThan(3)

    const reached: string[] = []
    for (const _ of wanted) {
      await page.keyboard.press('Tab')
      const { name, isSeen } = await focused(page)
      expect(isSeen, `${name} shows that it has the focus`).toBe(true)
      reached.push(name)
    }
    expect(reached).toEqual(wanted)
  })
}

/** Everything that the pointer can operate, in the order of the page. */
async function reachable(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const operable = 'a[href], button, input:not([type=hidden]), select, summary, [tabindex="0"]'
    return [...document.querySelectorAll<HTMLElement>(operable)]
      .filter((element) => element.checkVisibility({ contentVisibilityAuto: true }))
      .filter((element) => !element.closest('details:not([open]) > :not(summary)'))
      .map((element) => element.outerHTML.slice(0, 80))
  })
}

async function focused(page: Page): Promise<{ name: string; isSeen: boolean }> {
  return page.evaluate(() => {
    const element = document.activeElement
    if (!(element instanceof HTMLElement)) return { name: 'nothing', isSeen: false }
    // What is seen of the focus may stand on what is around or behind the element.
    const around = [element, element.parentElement, element.closest('label')]
    const styles = around.flatMap((one) =>
      one ? [getComputedStyle(one), getComputedStyle(one, '::after')] : [],
    )
    const isSeen = styles.some(
      ({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && outlineWidth !== '0px',
    )
    return { name: element.outerHTML.slice(0, 80), isSeen }
  })
}
