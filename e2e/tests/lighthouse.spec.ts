import { chromium } from '@playwright/test'
import lighthouse from 'lighthouse'
import { findBrowser } from '../support/browser.ts'
import { freePort } from '../support/programs.ts'
import { builtUrl } from '../support/servers.ts'
import { expect, test } from '../support/test.ts'

const categories = ['accessibility', 'best-practices', 'seo'] as const

for (const path of [
  '/repos/acme/rocket',
  '/search?q=rocket',
  '/compare?repos=acme/rocket,acme/monolith',
  '/learn/first-page',
]) {
  test(`Lighthouse gives ${path} all points but for speed, which it cannot tell here`, async () => {
    test.slow()
    // A browser of its own: Lighthouse drives it by its debugging port.
    const port = await freePort()
    const executablePath = findBrowser()
    const browser = await chromium.launch({
      ...(executablePath && { executablePath }),
      chromiumSandbox: false,
      args: [`--remote-debugging-port=${port}`],
    })
    const result = await lighthouse(builtUrl + path, {
      port,
      onlyCategories: [...categories],
      logLevel: 'error',
    })
    await browser.close()

    const { lhr } = result ?? {}
    const failed = Object.values(lhr?.audits ?? {})
      .filter(({ score }) => score !== null && score < 1)
      .map(({ id, details }) => ({ id, details }))
    expect(categories.map((name) => lhr?.categories[name]?.score)).toEqual([1, 1, 1])
    expect(failed).toEqual([])
  })
}
