import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expectNoViolations } from '../support/axe.ts'
import { openInspector, parseResponseHeaders, readInspector } from '../support/inspector.ts'
import { pageOf, templatePages } from '../support/pages.ts'
import { send } from '../support/send.ts'
import { appUrl } from '../support/servers.ts'
import { expect, test } from '../support/test.ts'

const pagesFolder = join(import.meta.dirname, '../../apps/dashboard/src/pages')

const inspected = [
  ...templatePages
    .filter(
      ({ rendering, runtime, isPrivate }) =>
        rendering === 'ssr' && runtime === 'nodejs' && !isPrivate,
    )
    .map(({ path }) => path),
  '/learn/caching',
  '/repos/failures/languages--status-500',
  '/repos/failures/status-500',
  '/repos/acme/nothing',
]

test('the inspector shows what the headers of the response contain', async ({ page }) => {
  test.slow()
  for (const path of inspected) {
    // Data may become stale between two requests, which shortens the lifetime of the page.
    await expect(async () => {
      const response = await page.goto(path)
      const other = await send(appUrl, path)
      const inspector = await openInspector(page)
      const shown = await readInspector(inspector)

      expect(shown).toEqual(parseResponseHeaders(response?.headers() ?? {}))
      expect(shown.headers).toBe(parseResponseHeaders(other.headers).headers)
      await expect(inspector).toContainText(`Document: the whole page as HTML${path}`)
      const data = /<script id="__NEXT_DATA__"[^>]*>(.*?)<\/script>/s.exec(
        (await response?.text()) ?? '',
      )
      const bytes = Buffer.byteLength(data?.[1] ?? '').toLocaleString('en-US')
      await expect(inspector).toContainText(`${bytes} bytes in __NEXT_DATA__`)
      await expect(inspector).toContainText(/Rendered ?at \d\d:\d\d:\d\d UTC, \d+ seconds? ago/)
      await expect(inspector).toContainText(/Runtime ?nodejs/)
    }, path).toPass({ timeout: 30_000 })
  }
})

test('the inspector says why a page has a shorter lifetime than it asked for', async ({ page }) => {
  await page.goto('/repos/failures/languages--status-500')
  const inspector = await openInspector(page)
  await expect(
    inspector.getByRole('group', { name: 'Cache headers that the page set' }),
  ).toHaveText(
    'Cache-Control: public, max-age=0, must-revalidate, s-maxage=60, stale-while-revalidate=600',
  )
  await expect(inspector).toContainText(
    // Other tests visit it too, so its other data may be stale.
    /5 s instead of 60 s: .*\/repos\/failures\/languages--status-500\/languages failed/,
  )
})

test('a key opens the inspector, which copies its request as a command', async ({
  page,
  context,
  baseURL,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('/search?q=rocket')
  await expect(page.getByRole('button', { name: 'Inspect request' })).toBeInViewport()
  await page.keyboard.press('i')
  const inspector = page.getByRole('dialog', { name: 'Request inspector' })
  await inspector.getByRole('button', { name: 'Copy as curl' }).click()
  await expect(inspector.getByRole('status')).toHaveText('Copied.')
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    `curl --include '${baseURL}/search?q=rocket'`,
  )
})

test('the inspector marks the lines that ran on the server', async ({ page }) => {
  await page.goto('/repos/acme/rocket/stars')
  const inspector = await openInspector(page)
  await expect(inspector.locator('mark')).toHaveText(
    /^export const getServerSideProps.+\}\)\) satisfies GetServerSideProps<Props, Params>$/s,
  )
})

test('the inspector follows a client navigation and shows its data request', async ({ page }) => {
  await page.goto('/owners/acme')
  const inspector = await openInspector(page)
  await expect(inspector).toContainText('Document: the whole page as HTML/owners/acme')

  const responded = page.waitForResponse((response) => response.url().includes('/_next/data/'))
  await page.getByRole('link', { name: 'acme/rocket', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('acme / rocket')
  const response = await responded
  const { pathname, search } = new URL(response.url())
  await expect(inspector).toContainText(`Data request: only the props, as JSON${pathname}${search}`)
  expect(await readInspector(inspector)).toEqual(parseResponseHeaders(response.headers()))
  const bytes = (await response.body()).length.toLocaleString('en-US')
  await expect(inspector).toContainText(`${bytes} bytes of JSON`)
  await expect(inspector).toContainText('src/pages/repos/[owner]/[repo]/index.tsx')

  const again = page.waitForResponse((found) => found.url().includes('/_next/data/'))
  await page.goBack()
  const second = await again
  await expect(inspector).toContainText('src/pages/owners/[owner].tsx')
  await expect.poll(() => readInspector(inspector)).toEqual(parseResponseHeaders(second.headers()))
})

test('the inspector says that a static page has no request', async ({ page }) => {
  await page.goto('/status')
  const inspector = await openInspector(page)
  await page.getByRole('link', { name: 'Learn', exact: true }).click()
  await expect(inspector).toContainText('None: the browser already had everything')
  await expect(inspector).toContainText('This page is static')
})

test('the inspector shows the cache policy of a static page, as a document and as data', async ({
  page,
}) => {
  const response = await page.goto('/learn')
  const inspector = await openInspector(page)
  await expect(inspector).toContainText('was generated when the site was built')
  expect(await readInspector(inspector)).toEqual({
    ...parseResponseHeaders(response?.headers() ?? {}),
    calls: [],
    rendered: '',
    policy: 'Public: fresh for 1 min, then stale for 10 min while revalidating',
  })

  const responded = page.waitForResponse((found) => found.url().includes('/_next/data/'))
  await page.getByRole('link', { name: 'Getting started', exact: true }).click()
  const data = await responded
  await expect(page).toHaveURL('/learn/getting-started')
  await expect(inspector).toContainText('Data request')
  expect(await readInspector(inspector)).toEqual(parseResponseHeaders(data.headers()))
})

test('the inspector shows the source of the 404 page for a URL without a page', async ({
  page,
}) => {
  await page.goto('/nowhere')
  const inspector = await openInspector(page)
  await expect(inspector).toContainText('apps/dashboard/src/pages/404.tsx')
  await expect(inspector).toContainText('No timing data')
})

test('the inspector names getStaticProps for an ISR page', async ({ page }) => {
  await page.goto('/learn/when/acme/rocket')
  const inspector = await openInspector(page)
  await expect(inspector).toContainText('generated by getStaticProps')
})

test('the inspector reads an Edge page’s trace from its props', async ({ page }) => {
  const response = await page.goto('/learn/runtime/edge')
  expect(response?.headers()['server-timing']).toBeUndefined()
  const inspector = await openInspector(page)
  await expect(inspector).toContainText('This page carries the same data in its props')
  await expect(inspector).toContainText(/Runtime ?edge/)
  const { calls, headers } = await readInspector(inspector)
  expect(headers).toBe(parseResponseHeaders(response?.headers() ?? {}).headers)
  expect(calls.map(([path]) => path)).toEqual(['/repos/acme/rocket'])
})

test('a shallow navigation leaves the inspector unchanged', async ({ page }) => {
  await page.goto('/learn/navigation')
  const inspector = await openInspector(page)
  await page.getByRole('link', { name: 'A shallow link' }).click()
  await expect(page).toHaveURL(/by=shallow/)
  await expect(inspector).toContainText('Document: the whole page as HTML/learn/navigation')
})

test('the inspector shows the source of the page, character by character', async ({ page }) => {
  for (const route of ['/', '/repos/[owner]/[repo]', '/learn/errors', '/learn/runtime/edge']) {
    const { path, file } = pageOf(route)
    await page.goto(path)
    const inspector = await openInspector(page)
    const shown = inspector.getByRole('group', { name: `apps/dashboard/src/pages/${file}` })
    await expect(shown).toBeVisible()
    expect.soft(await shown.textContent(), file).toBe(readFileSync(join(pagesFolder, file), 'utf8'))
    await expect(shown.locator('.pl-k').first()).toHaveText('import')
  }
})

test('the inspector marks the function of the page that runs on the server', async ({ page }) => {
  await page.goto('/learn/on-the-server')
  const inspector = await openInspector(page)
  await expect(inspector.locator('mark')).toHaveText(
    /^export const getServerSideProps = .* satisfies GetServerSideProps<Props>$/s,
  )
})

test('no part of the inspector is loaded before it opens', async ({ page }) => {
  const requested: string[] = []
  page.on('request', (request) => requested.push(new URL(request.url()).pathname))
  await page.goto('/repos/acme/rocket')
  await expect(page.getByRole('button', { name: 'Inspect request' })).toBeVisible()
  const before = [...requested]
  expect(before.filter((path) => path.startsWith('/page-source/'))).toEqual([])

  await openInspector(page)
  await expect.poll(() => requested).toContain('/page-source/repos.owner.repo.json')
  const scripts = requested.slice(before.length).filter((path) => path.endsWith('.js'))
  expect(scripts.length).toBeGreaterThan(0)
})

for (const [name, width] of [
  ['over the page', 360],
  ['beside the page', 1280],
] as const) {
  test(`the inspector ${name} opens, closes and returns the focus by keyboard`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 800 })
    await page.goto('/learn/first-page')
    const button = page.getByRole('button', { name: 'Inspect request' })
    await button.focus()
    await page.keyboard.press('Enter')
    const inspector = page.getByRole('dialog', { name: 'Request inspector' })
    await expect(inspector.getByRole('button', { name: 'Close' })).toBeFocused()
    const search = await page.getByLabel('Search repositories').boundingBox()
    expect(search?.width).toBeGreaterThan(200)
    await page.keyboard.press('Escape')
    await expect(inspector).toHaveCount(0)
    await expect(button).toBeFocused()
  })
}

test('axe finds no violations in the open inspector, in light and dark, narrow and wide', async ({
  page,
}) => {
  for (const width of [320, 1440]) {
    await page.emulateMedia({ colorScheme: 'light' })
    await page.setViewportSize({ width, height: 800 })
    await page.goto('/repos/acme/rocket')
    const inspector = await openInspector(page)
    await inspector.getByText('How each cache handles it, second by second').click()
    await expect(inspector.getByRole('group', { name: /index\.tsx$/ })).toBeVisible()
    await expectNoViolations(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
    expect(await inspector.evaluate((it) => it.scrollWidth - it.clientWidth)).toBe(0)
  }
})
