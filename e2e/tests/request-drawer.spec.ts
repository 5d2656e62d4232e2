import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { drawnPages, openDrawer, saidBy, shownIn } from '../support/drawer.ts'
import { send } from '../support/send.ts'
import { builtUrl } from '../support/servers.ts'
import { expect, test } from '../support/test.ts'

const pagesFolder = join(import.meta.dirname, '../../apps/dashboard/src/pages')

for (const path of [...drawnPages, '/repos/failures/status-500', '/repos/acme/nothing']) {
  test(`the drawer says of ${path} what its answer says, and what curl is told`, async ({
    page,
  }) => {
    // Between two questions GitHub's answer may grow old, and its page be kept for less.
    await expect(async () => {
      const response = await page.goto(path)
      const curl = await send(builtUrl, path)
      const drawer = await openDrawer(page)
      const shown = await shownIn(drawer)

      expect(shown).toEqual(saidBy(response?.headers() ?? {}))
      expect(shown.headers).toBe(saidBy(curl.headers).headers)
      await expect(drawer).toContainText(`A document: the whole page as HTML${path}`)
      const data = /<script id="__NEXT_DATA__"[^>]*>(.*?)<\/script>/s.exec(
        (await response?.text()) ?? '',
      )
      const bytes = Buffer.byteLength(data?.[1] ?? '').toLocaleString('en-US')
      await expect(drawer).toContainText(`${bytes} bytes in __NEXT_DATA__`)
      await expect(drawer).toContainText(/Rendered ?at \d\d:\d\d:\d\d UTC, \d+ s ago/)
      await expect(drawer).toContainText(/Runtime ?nodejs/)
    }).toPass()
  })
}

test('the drawer follows a client navigation, and says what the data request said', async ({
  page,
}) => {
  await page.goto('/owners/acme')
  const drawer = await openDrawer(page)
  await expect(drawer).toContainText('A document: the whole page as HTML/owners/acme')

  const answered = page.waitForResponse((response) => response.url().includes('/_next/data/'))
  await page.getByRole('link', { name: 'acme/rocket', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('acme / rocket')
  const response = await answered
  const { pathname, search } = new URL(response.url())
  await expect(drawer).toContainText(`A data request: the props alone, as JSON${pathname}${search}`)
  expect(await shownIn(drawer)).toEqual(saidBy(response.headers()))
  const bytes = (await response.body()).length.toLocaleString('en-US')
  await expect(drawer).toContainText(`${bytes} bytes of JSON`)
  await expect(drawer).toContainText('src/pages/repos/[owner]/[repo]/index.tsx')

  const again = page.waitForResponse((found) => found.url().includes('/_next/data/'))
  await page.goBack()
  const second = await again
  await expect(drawer).toContainText('src/pages/owners/[owner].tsx')
  await expect.poll(() => shownIn(drawer)).toEqual(saidBy(second.headers()))
})

test('a static page has no request to show, and says so', async ({ page }) => {
  await page.goto('/status')
  const drawer = await openDrawer(page)
  await page.getByRole('link', { name: 'Learn', exact: true }).click()
  await expect(drawer).toContainText('None: the browser had all that the page needs')
  await expect(drawer).toContainText('The page is static')
})

test('a page of the build says its cache policy, as a document and as data', async ({ page }) => {
  const response = await page.goto('/learn')
  const drawer = await openDrawer(page)
  await expect(drawer).toContainText('it was made when the site was built')
  expect(await shownIn(drawer)).toEqual({
    ...saidBy(response?.headers() ?? {}),
    calls: [],
    rendered: '',
    policy: 'public: fresh 1 min, then stale for 10 min while it is renewed',
  })

  const asked = page.waitForResponse((found) => found.url().includes('/_next/data/'))
  await page.getByRole('link', { name: 'Run it', exact: true }).click()
  const data = await asked
  await expect(page).toHaveURL('/learn/run-it')
  await expect(drawer).toContainText('A data request')
  expect(await shownIn(drawer)).toEqual(saidBy(data.headers()))
})

test('an address that is none shows the source of the 404 page', async ({ page }) => {
  await page.goto('/nowhere')
  const drawer = await openDrawer(page)
  await expect(drawer).toContainText('apps/dashboard/src/pages/404.tsx')
  await expect(drawer).toContainText('The page was not made for this request')
})

test('a page ahead of time says by which function', async ({ page }) => {
  await page.goto('/learn/when/acme/rocket')
  const drawer = await openDrawer(page)
  await expect(drawer).toContainText('made ahead of time by getStaticProps')
})

test('a page on the Edge Runtime carries it in its props, and says so', async ({ page }) => {
  const response = await page.goto('/learn/runtime/edge')
  expect(response?.headers()['server-timing']).toBeUndefined()
  const drawer = await openDrawer(page)
  await expect(drawer).toContainText('This page carries the same in its props')
  await expect(drawer).toContainText(/Runtime ?edge/)
  const { calls, headers } = await shownIn(drawer)
  expect(headers).toBe(saidBy(response?.headers() ?? {}).headers)
  expect(calls.map(([path, status]) => [path, status])).toEqual([['/repos/acme/rocket', '200']])
})

test('a shallow change of the address keeps what is shown', async ({ page }) => {
  await page.goto('/learn/navigation')
  const drawer = await openDrawer(page)
  await page.getByRole('link', { name: 'A shallow link' }).click()
  await expect(page).toHaveURL(/by=shallow/)
  await expect(drawer).toContainText('A document: the whole page as HTML/learn/navigation')
})

for (const [path, file] of Object.entries({
  '/': 'index.tsx',
  '/repos/acme/rocket': 'repos/[owner]/[repo]/index.tsx',
  '/learn/errors': 'learn/errors/index.tsx',
  '/learn/runtime/edge': 'learn/runtime/edge.tsx',
})) {
  test(`the drawer shows ${file} to the letter`, async ({ page }) => {
    await page.goto(path)
    const drawer = await openDrawer(page)
    const shown = drawer.getByRole('region', { name: `apps/dashboard/src/pages/${file}` })
    await expect(shown).toBeVisible()
    expect(await shown.textContent()).toBe(readFileSync(join(pagesFolder, file), 'utf8'))
  })
}

test('nothing of the drawer is asked for before it is opened', async ({ page }) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await page.goto('/repos/acme/rocket')
  await expect(page.getByRole('button', { name: 'Show the request' })).toBeVisible()
  const before = [...asked]
  expect(before.filter((path) => path.startsWith('/page-source/'))).toEqual([])

  await openDrawer(page)
  await expect.poll(() => asked).toContain('/page-source/repos.owner.repo.json')
  const scripts = asked.slice(before.length).filter((path) => path.endsWith('.js'))
  expect(scripts.length).toBeGreaterThan(0)
})

for (const [name, width] of [
  ['over the page', 360],
  ['beside the page', 1440],
] as const) {
  test(`the drawer ${name} opens, closes and gives back the focus by the keyboard`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 800 })
    await page.goto('/learn/first-page')
    const button = page.getByRole('button', { name: 'Show the request' })
    await button.focus()
    await page.keyboard.press('Enter')
    const drawer = page.getByRole('dialog', { name: 'The request behind this page' })
    await expect(drawer.getByRole('button', { name: 'Close' })).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(drawer).toHaveCount(0)
    await expect(button).toBeFocused()
  })
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the open drawer in ${colorScheme}, narrow and wide`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme })
    for (const width of [320, 1440]) {
      await page.setViewportSize({ width, height: 800 })
      await page.goto('/repos/acme/rocket')
      const drawer = await openDrawer(page)
      await drawer.getByText('What each cache does with it').click()
      await expect(drawer.getByRole('region', { name: /index\.tsx$/ })).toBeVisible()
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
      expect(await drawer.evaluate((it) => it.scrollWidth - it.clientWidth)).toBe(0)
    }
  })
}
