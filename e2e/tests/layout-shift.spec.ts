import type { APIRequestContext, Page, Request } from '@playwright/test'
import { type AppPage, appPages, templatePages, viewerHeaders } from '../support/pages.ts'
import { sampleUrl } from '../support/servers.ts'
import { expect, test } from '../support/test.ts'

/** A tenth of the limit of a "good" page in Core Web Vitals. */
const MAX_LAYOUT_SHIFT = 0.01

const viewports = {
  phone: { width: 360, height: 740 },
  desktop: { width: 1440, height: 900 },
}

const otherPages = appPages.filter((page) => !templatePages.includes(page))

for (const [device, viewport] of Object.entries(viewports)) {
  test.describe(device, () => {
    test.use({ viewport })

    test('nothing moves while a page of each template loads', async ({ page }) => {
      await expectStillPages(page, templatePages)
    })

    test('nothing moves while the repositories of this browser load', async ({ page, request }) => {
      const names = ['acme/rocket', 'acme/beacon', 'acme/monolith', 'acme/quiet-corner']
      const repos = await Promise.all(names.map((name) => storedRepo(request, name)))
      await page.goto('/status')
      await page.evaluate((text) => {
        localStorage.setItem('pins', text)
        localStorage.setItem('recent', text)
      }, JSON.stringify(repos))
      await page.goto('/')
      await expect(page.getByText('from the previous 13 weeks')).toHaveCount(names.length)

      const { sum, moved } = await measureLayoutShift(page)
      expect(sum, moved.join('; ')).toBeLessThanOrEqual(MAX_LAYOUT_SHIFT)
    })

    test('nothing moves while any other page loads', { tag: '@long' }, async ({ page }) => {
      await expectStillPages(page, otherPages)
    })
  })
}

async function storedRepo(request: APIRequestContext, name: string) {
  const response = await request.get(`${sampleUrl}/repos/${name}`, {
    headers: { 'user-agent': 'tests' },
  })
  const { id }: { id: number } = await response.json()
  return { id, name }
}

async function expectStillPages(page: Page, pages: readonly AppPage[]): Promise<void> {
  const pending = new Set<Request>()
  page.on('request', (request) => pending.add(request))
  page.on('requestfinished', (request) => pending.delete(request))
  page.on('requestfailed', (request) => pending.delete(request))
  for (const appPage of pages) {
    await page.setExtraHTTPHeaders(viewerHeaders(appPage))
    await page.goto(appPage.path)
    // It appears on hydration, which also requests the data that only the browser knows to ask for.
    await expect(page.getByRole('button', { name: /^Theme/ })).toBeVisible()
    await expect.poll(() => pending.size).toBe(0)

    const { sum, moved } = await measureLayoutShift(page)
    expect.soft(sum, `${appPage.path}: ${moved.join('; ')}`).toBeLessThanOrEqual(MAX_LAYOUT_SHIFT)
  }
}

/** Returns the sum of the layout shifts since the page began to load, and what moved. */
function measureLayoutShift(page: Page): Promise<{ sum: number; moved: string[] }> {
  return page.evaluate(async () => {
    type LayoutShift = PerformanceEntry & { value: number; sources: { node: Node | null }[] }
    const entries = await new Promise<LayoutShift[]>((resolve) => {
      const observer = new PerformanceObserver((list) => received.push(...list.getEntries()))
      const received: PerformanceEntry[] = []
      observer.observe({ type: 'layout-shift', buffered: true })
      // Two frames later the observer has received what was buffered and what hydration moved.
      requestAnimationFrame(() =>
        requestAnimationFrame(() => setTimeout(() => resolve(received as LayoutShift[]))),
      )
    })
    const nameOf = (node: Node | null) =>
      node instanceof Element
        ? `<${node.localName} class="${node.className}">${node.textContent.slice(0, 40)}`
        : `"${node?.textContent}"`
    return {
      sum: entries.reduce((sum, { value }) => sum + value, 0),
      moved: entries.flatMap(({ value, sources }) =>
        sources.map(({ node }) => `${value.toFixed(4)} ${nameOf(node)}`),
      ),
    }
  })
}
