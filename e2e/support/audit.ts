import { chromium } from '@playwright/test'
import lighthouse, { type Result } from 'lighthouse'
import { findBrowser } from './browser.ts'
import { freePort } from './programs.ts'

/** A page of each kind for Lighthouse to look at. */
export const auditedPages = [
  '/repos/acme/rocket',
  '/search?q=rocket',
  '/compare?repos=acme/rocket,acme/monolith',
  '/learn/first-page',
]

/** Has Lighthouse look at a page, in a browser of its own that it drives by the debugging port. */
export async function audit(
  url: string,
  categories: readonly string[],
): Promise<Result | undefined> {
  const port = await freePort()
  const executablePath = findBrowser()
  const browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    chromiumSandbox: false,
    args: [`--remote-debugging-port=${port}`],
  })
  const result = await lighthouse(url, {
    port,
    onlyCategories: [...categories],
    logLevel: 'error',
  })
  await browser.close()
  return result?.lhr
}
