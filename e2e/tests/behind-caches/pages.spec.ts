import { tagFields } from '@repo/cache-headers'
import { expect, test } from '../../support/behind-cache.ts'
import { dataPath } from '../../support/data-route.ts'
import { templatePages } from '../../support/pages.ts'
import { send } from '../../support/send.ts'
import { uniqueName } from '../../support/unique-name.ts'

const shared = 'public, max-age=0, must-revalidate, s-maxage=60, stale-while-revalidate=600'
const noStore = 'private, no-store'
const cacheableTemplates = templatePages.filter(
  ({ rendering, isPrivate, route }) =>
    rendering === 'ssr' && !isPrivate && !['/status', '/sign-in'].includes(route),
)

test('every cacheable template is a MISS and then a HIT with the same bytes, as HTML and as data', async ({
  site,
}, testInfo) => {
  for (const { path: page } of cacheableTemplates) {
    for (const path of [page, dataPath(page)]) {
      const uniquePath = `${path}${path.includes('?') ? '&' : '?'}visit=${uniqueName(testInfo)}`
      const first = await send(site.url, uniquePath)
      const second = await send(site.url, uniquePath)

      expect.soft(first.status, path).toBe(200)
      expect.soft(first.headers['x-cache'], path).toBe('MISS')
      expect.soft(second.headers['x-cache'], path).toBe('HIT')
      expect.soft(first.headers['server-timing'], path).toMatch(/, x-cache;desc=MISS$/)
      expect
        .soft(second.headers['server-timing'], path)
        .toBe(String(first.headers['server-timing']).replace(/MISS$/, 'HIT'))
      expect.soft(second.body, path).toBe(first.body)
      // Tags are for the cache only.
      for (const field of tagFields) {
        expect.soft(first.headers, path).not.toHaveProperty([field.toLowerCase()])
      }
    }
  }
})

test('a client navigation back to a page revalidates it at the cache', async ({
  page,
  site,
}, testInfo) => {
  const rocket = `/repos/acme/rocket?visit=${uniqueName(testInfo)}`
  await page.goto(rocket)
  for (const cacheStatus of ['MISS', 'HIT', 'HIT']) {
    await page.getByRole('link', { name: 'Repo Dashboard' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'Know a GitHub repository at a glance',
    )
    const responded = page.waitForResponse((response) => response.url().includes('/_next/data/'))
    await page.goBack()
    const response = await responded
    expect(new URL(response.url()).searchParams.get('visit')).toBe(uniqueName(testInfo))
    expect(response.headers()['x-cache']).toBe(cacheStatus)
    expect(response.headers()['cache-control']).toMatch(/^public, max-age=0, must-revalidate,/)
    await expect(page.getByRole('heading', { level: 1 })).toContainText('rocket')
  }
  await expect.poll(() => site.requestCount(rocket)).toBe(1)
})

for (const kind of ['thrown', 'rendering']) {
  test(`a ${kind} error is never cached, as HTML and as data`, async ({ site }) => {
    const page = `/learn/errors/${kind}`
    const paths = kind === 'thrown' ? [page, dataPath(page)] : [page]
    for (const path of paths) {
      const before = site.requestCount(path)
      for (const _visit of [1, 2, 3]) {
        const response = await send(site.url, path)
        expect(response.status).toBe(500)
        expect(response.headers['cache-control']).toBe(noStore)
        expect(response.headers['x-cache']).not.toBe('HIT')
      }
      await expect.poll(() => site.requestCount(path)).toBe(before + 3)
    }
  })
}

test('a page that is not found is cached for seconds', async ({ site }, testInfo) => {
  const path = `/repos/acme/nothing?visit=${uniqueName(testInfo)}`
  const first = await send(site.url, path)
  expect(first.status).toBe(404)
  expect(first.headers['cache-control']).toBe('public, max-age=0, must-revalidate, s-maxage=30')
  expect((await send(site.url, path)).headers['x-cache']).toBe('HIT')
})

test('a redirect is never cached, as HTML and as data', async ({ site }, testInfo) => {
  const page = `/repos/acme/old-name?visit=${uniqueName(testInfo)}`
  for (const [path, status] of [
    [page, 307],
    [dataPath(page), 200],
  ] as const) {
    for (const _visit of [1, 2]) {
      const response = await send(site.url, path)
      expect(response.status).toBe(status)
      expect(response.headers['cache-control']).toBe(noStore)
      expect(response.headers['x-cache']).not.toBe('HIT')
    }
  }
})

test('Next’s own redirects and errors are never cached', async ({ site }, testInfo) => {
  const paths = {
    [`/repos/acme/rocket/?visit=${uniqueName(testInfo)}`]: 308,
    [`//repos/acme/rocket?visit=${uniqueName(testInfo)}`]: 308,
    '/repos/acme/%E0%A4%A': 400,
    [`/_next/data/another-build/index.json?visit=${uniqueName(testInfo)}`]: 404,
    [`/nowhere?visit=${uniqueName(testInfo)}`]: 404,
  }
  for (const [path, status] of Object.entries(paths)) {
    for (const _visit of [1, 2]) {
      const response = await send(site.url, path)
      expect(response.status, path).toBe(status)
      expect(response.headers['cache-control'], path).toMatch(/^private, .*no-store/)
      expect(response.headers['x-cache'], path).not.toBe('HIT')
    }
  }
})

test('Next’s hashed files are cached for their max-age', async ({ page, site }) => {
  await page.goto('/')
  const source = await page
    .locator('script[src^="/_next/static/chunks"]')
    .first()
    .getAttribute('src')
  await send(site.url, source ?? '')
  const response = await send(site.url, source ?? '')
  expect(response.headers['cache-control']).toBe('public, max-age=31536000, immutable')
  expect(response.headers['x-cache']).toBe('HIT')
})

test('the cache forwards a page’s policy', async ({ site }, testInfo) => {
  const path = `/learn/first-page?visit=${uniqueName(testInfo)}`
  await expect.poll(async () => (await send(site.url, path)).headers['cache-control']).toBe(shared)
})
