import type { Page } from '@playwright/test'
import { otherStates, pageOf, templatePages, viewerHeaders } from '../support/pages.ts'
import { expect, test } from '../support/test.ts'

// A navigation between pages of one route keeps their elements, so each state of a page counts.
const states = [
  ...otherStates.filter((path) => path !== '/nowhere' && !path.endsWith('/status-500')),
  '/search?q=stars:>0',
  '/search?q=rocket',
  '/compare?repos=acme/old-name,acme/rocket',
  '/learn/failures?fault=status-202',
  '/learn/failures?fault=status-429',
  '/repos/acme/polyglot/issues',
  '/repos/acme/polyglot/issues?label=nothing',
  '/repos/acme/rocket/activity?range=3m',
  '/repos/acme/rocket/activity?range=all',
  '/repos/acme/rocket/pulls',
]
const templates = templatePages
  .filter(({ template }) => template !== 'error')
  .map(({ path }) => path)
const paths = [...new Set([...templates, ...states])]

type Router = { push: (url: string) => Promise<boolean> }

test.use({ extraHTTPHeaders: viewerHeaders(pageOf('/me')) })

test('a translated page navigates to each of its other states, and to the next page', async ({
  page,
}) => {
  test.slow()
  await openHydrated(page)
  for (const [index, from] of paths.entries()) {
    await navigateTranslated(page, from)
    const route = pathnameOf(from)
    for (const to of paths.slice(index + 1).filter((path) => pathnameOf(path) === route)) {
      await navigateTranslated(page, to)
      await navigateTranslated(page, from)
    }
  }
})

// A navigation to another path replaces the page's elements, so only the templates count.
test('a translated page navigates to each other template', { tag: '@long' }, async ({ page }) => {
  test.setTimeout(300_000)
  await openHydrated(page)
  for (const [index, from] of templates.entries()) {
    await navigateTranslated(page, from)
    for (const to of templates.slice(index + 1)) {
      await navigateTranslated(page, to)
      await navigateTranslated(page, from)
    }
  }
})

async function openHydrated(page: Page): Promise<void> {
  await page.goto('/')
  // The button appears after hydration.
  await expect(page.getByRole('button', { name: /^Theme/ })).toBeVisible()
  // Another document would not have this property.
  await page.evaluate(() => Object.assign(window, { isSameDocument: true }))
}

/** Navigates as a link does; an error in the browser fails the test. */
async function navigateTranslated(page: Page, path: string): Promise<void> {
  await page.evaluate(translate)
  const isSameDocument = await page.evaluate(async (url) => {
    const { router } = (window as unknown as { next: { router: Router } }).next
    await router.push(url)
    return 'isSameDocument' in window
  }, path)
  expect(isSameDocument, path).toBe(true)
  await expect(page.getByRole('heading', { level: 1 }), path).not.toHaveText('Something went wrong')
}

function pathnameOf(path: string): string {
  return path.replace(/\?.*/, '')
}

/** Replaces the text nodes of the page, as a browser's translation does. */
function translate(): void {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const texts: Text[] = []
  while (walker.nextNode()) texts.push(walker.currentNode as Text)
  for (const text of texts) {
    if (text.parentElement?.closest('script, style, font')) continue
    const outer = document.createElement('font')
    const inner = document.createElement('font')
    inner.textContent = text.data
    outer.append(inner)
    text.replaceWith(outer)
  }
}
