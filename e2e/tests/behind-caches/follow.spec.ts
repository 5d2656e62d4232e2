import { get, type IncomingMessage } from 'node:http'
import type { Page } from '@playwright/test'
import {
  type AppBehindCache,
  startAppBehindCache,
  webhookSecret,
} from '../../support/app-behind-cache.ts'
import { test as base, expect } from '../../support/behind-cache.ts'
import type { SampleGitHub } from '../../support/sample-github.ts'
import { send } from '../../support/send.ts'
import { uniqueName } from '../../support/unique-name.ts'

// nginx cannot be purged, which the application has to know: it announces changes later.
const test = base.extend<object, { site: AppBehindCache }>({
  site: [
    async ({ cache }, use) => {
      const site = await startAppBehindCache(cache, {
        CLIENT_ADDRESS_HEADER: 'X-Forwarded-For',
        CLIENT_HOURLY_BUDGET: '100000',
        ...(cache === 'nginx' && { SHARED_CACHE: 'nginx' }),
      })
      await use(site)
      await site.end()
    },
    { scope: 'worker', timeout: 60_000 },
  ],
})

const changes = /\/api\/changes\?/

/** Opens a page, and waits until it listens. */
async function openPage(page: Page, path: string): Promise<void> {
  const listening = page.waitForResponse(changes)
  await page.goto(path)
  expect((await listening).status()).toBe(200)
}

async function push(upstream: SampleGitHub, site: AppBehindCache, repo: string): Promise<void> {
  const webhook = { url: `${site.url}/api/webhooks/github`, secret: webhookSecret }
  expect(await upstream.push(repo, webhook)).toBe(202)
}

function unreleasedRow(page: Page) {
  return page.getByText(/^Unreleased commits/).locator('..')
}

async function readUnreleased(page: Page): Promise<number> {
  const [, count] = /(\d+) commit/.exec((await unreleasedRow(page).textContent()) ?? '') ?? []
  return Number(count)
}

/** Hides a page, or shows it again, as another tab of its window would. */
async function setHidden(page: Page, isHidden: boolean): Promise<void> {
  await page.evaluate((hidden) => {
    Object.defineProperty(document, 'hidden', { configurable: true, value: hidden })
    document.dispatchEvent(new Event('visibilitychange'))
  }, isHidden)
}

test('an open page shows a pushed commit, and keeps its place, focus, input and open parts', async ({
  page,
  site,
  upstream,
}, testInfo) => {
  const repo = `fresh/${uniqueName(testInfo)}`
  const path = `/repos/${repo}/releases#unreleased`
  await page.setViewportSize({ width: 1000, height: 400 })
  await openPage(page, path)
  const unreleased = await readUnreleased(page)
  const dataRequests: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('/_next/data/')) {
      dataRequests.push(`${request.method()} ${request.url()}`)
    }
  })
  await page.getByText('Export', { exact: true }).click()
  const field = page.locator('header input[name=q]')
  await field.pressSequentially('half a wo')
  await page.evaluate(() => {
    window.scrollTo(0, 120)
    document.documentElement.dataset.marker = 'the same document'
  })

  await push(upstream, site, repo)
  await expect(unreleasedRow(page)).toContainText(`${unreleased + 1} commits`)
  await expect(
    page.getByRole('status').getByText(/New data loaded at \d\d:\d\d:\d\d UTC/),
  ).toBeAttached()
  await expect(page).toHaveURL(path)
  await expect(page.locator('html')).toHaveAttribute('data-marker', 'the same document')
  await expect(field).toBeFocused()
  await expect(field).toHaveValue('half a wo')
  await expect(page.getByRole('link', { name: 'JSON' })).toBeVisible()
  expect(await page.evaluate(() => window.scrollY)).toBe(120)

  // The first one is stored by the shared cache, and the second one gets its copy.
  const [checked, loaded] = dataRequests
  expect(dataRequests.length % 2).toBe(0)
  expect(checked?.replace('HEAD ', '')).toBe(loaded?.replace('GET ', ''))
})

test('a hidden page sends nothing, and catches up when it is visible again', async ({
  page,
  context,
  site,
  upstream,
}, testInfo) => {
  const repo = `fresh/${uniqueName(testInfo)}`
  const path = `/repos/${repo}/releases`
  await openPage(page, path)
  const unreleased = await readUnreleased(page)
  await setHidden(page, true)
  const requests: string[] = []
  page.on('request', (request) => {
    // Next prefetches the scripts of links at any time.
    if (!request.url().includes('/_next/static/')) requests.push(request.url())
  })
  const visible = await context.newPage()
  await openPage(visible, path)

  await push(upstream, site, repo)
  await expect(unreleasedRow(visible)).toContainText(`${unreleased + 1} commits`)
  expect(requests).toEqual([])
  expect(await readUnreleased(page)).toBe(unreleased)

  await setHidden(page, false)
  await expect(unreleasedRow(page)).toContainText(`${unreleased + 1} commits`)
})

test('a client with too many streams gets 429, and its pages still work', async ({
  page,
  site,
}, testInfo) => {
  const path = '/api/changes?tag=repo:1'
  const opened: IncomingMessage[] = []
  await expect(async () => {
    opened.push(await openStream(site.url + path))
    expect(opened.at(-1)?.statusCode).toBe(429)
  }).toPass({ intervals: [1] })
  // A cache may not have closed the streams of the test before.
  expect(opened.length).toBeLessThanOrEqual(21)
  expect((await send(site.url, path)).headers['retry-after']).toMatch(/^\d+$/)

  const refused = page.waitForResponse(changes)
  await page.goto(`/repos/fresh/${uniqueName(testInfo)}`)
  expect((await refused).status()).toBe(429)
  await page.getByRole('link', { name: 'Issues', exact: true }).click()
  await expect(page).toHaveURL(/\/issues$/)
  for (const stream of opened) stream.destroy()
})

function openStream(url: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    get(url, { agent: false }, resolve).on('error', reject)
  })
}
