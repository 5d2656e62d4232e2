import { chromium } from '@playwright/test'
import lighthouse, { type Result } from 'lighthouse'
import { findBrowser } from './browser.ts'
import { templatePages } from './pages.ts'
import { freePort } from './programs.ts'

// Search engines may not index errors and the sign-in page; a static page has no absolute canonical URL.
const notAudited = ['error', 'chapter', '/report-card', '/sign-in']

/** The pages that Lighthouse audits: a public one of each template. */
export const auditedPages: readonly string[] = templatePages
  .filter(({ template, isPrivate }) => !notAudited.includes(template) && !isPrivate)
  .map(({ path }) => path)

/** Whether robots.txt keeps crawlers from a page, because each view costs many requests to GitHub. */
export function isDisallowed(path: string): boolean {
  return /^\/(board|compare|search)\?/.test(path)
}

/** Audits a page with Lighthouse, in a browser that it controls through the debugging port. */
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
