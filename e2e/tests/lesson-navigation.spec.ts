import type { Page } from '@playwright/test'
import { expect, test } from '../support/test.ts'

const here = '/learn/navigation'

/** Opens the lesson, and lists what is asked of the server from then on. */
async function opened(page: Page): Promise<string[]> {
  const asked: string[] = []
  await page.goto(here)
  await expect(page.getByText('Nothing yet: the page came as a document.')).toBeVisible()
  page.on('request', (request) => {
    const { pathname, search } = new URL(request.url())
    if (request.resourceType() === 'document') asked.push(`document ${pathname}${search}`)
    if (pathname.startsWith('/_next/data/')) {
      asked.push(`data ${pathname.replace(/^\/_next\/data\/[^/]+/, '')}${search}`)
    }
  })
  return asked
}

const log = (page: Page) =>
  page.getByRole('region', { name: 'What happened' }).getByRole('listitem')
const rendered = (page: Page) =>
  page.getByRole('main').getByRole('time').first().getAttribute('datetime')

test('a link asks once, for the props as JSON, and runs the function', async ({ page }) => {
  const asked = await opened(page)
  const first = await rendered(page)
  await page.getByRole('link', { name: 'A link', exact: true }).click()

  await expect(page).toHaveURL(`${here}?by=link`)
  await expect(page.getByRole('main')).toContainText('the data')
  expect(asked).toEqual([`data ${here}.json?by=link`])
  expect(await rendered(page)).not.toBe(first)
  await expect(log(page)).toContainText([
    `routeChangeStart ${here}?by=link`,
    `routeChangeComplete ${here}?by=link`,
  ])
  await expect(page.getByText(/^GET \/_next\/data\//)).toBeVisible()
})

test('a plain element a loads the document again', async ({ page }) => {
  const asked = await opened(page)
  await page.getByRole('link', { name: 'A plain element a' }).click()

  await expect(page).toHaveURL(`${here}?by=document`)
  await expect(page.getByText('Nothing yet')).toBeVisible()
  expect(asked).toEqual([`document ${here}?by=document`])
})

test('a shallow link asks nothing and keeps the state of the page, and Back to it from elsewhere asks', async ({
  page,
}) => {
  const asked = await opened(page)
  const first = await rendered(page)
  await page.getByRole('link', { name: 'A shallow link' }).click()
  await expect(page).toHaveURL(`${here}?by=shallow`)
  // The list is such a state: it has both what was before the change of the address, and after it.
  await expect(log(page)).toHaveText([
    `routeChangeStart ${here}?by=shallow, shallow`,
    `routeChangeComplete ${here}?by=shallow`,
  ])
  expect(asked).toEqual([])
  expect(await rendered(page)).toBe(first)

  await page.getByRole('link', { name: 'Status', exact: true }).click()
  await expect(page).toHaveURL('/status')
  await page.goBack()
  await expect(page).toHaveURL(`${here}?by=shallow`)
  await expect.poll(() => asked).toContain(`data ${here}.json?by=shallow`)
  // Another page's state has ended with it.
  await expect(page.getByText('by=shallow, shallow')).toHaveCount(0)
})

test('a link to a part of the page asks nothing', async ({ page }) => {
  const asked = await opened(page)
  await page.getByRole('link', { name: 'A link to a part of the page' }).click()
  await expect(page.getByText('hashChangeComplete')).toBeVisible()
  expect(asked).toEqual([])
})

test('the old page stays, under a bar, until a slow one is there', async ({ page }) => {
  await opened(page)
  const first = await rendered(page)
  await page.getByRole('link', { name: 'A slow page' }).click()
  await expect(page.getByRole('progressbar', { name: 'Loading page' })).toBeVisible()
  expect(await rendered(page)).toBe(first)
  await expect(page).toHaveURL(`${here}?pace=slow`)
  await expect(page.getByRole('progressbar')).toHaveCount(0)
  expect(await rendered(page)).not.toBe(first)
})

test('push does what a link does', async ({ page }) => {
  const asked = await opened(page)
  await page.getByRole('button', { name: 'router.push' }).click()
  await expect(page).toHaveURL(`${here}?by=push`)
  expect(asked).toEqual([`data ${here}.json?by=push`])
})

test('a refresh asks for new props, keeps the state of the page, and adds nothing to history', async ({
  page,
}) => {
  const asked = await opened(page)
  const first = await rendered(page)
  const entries = await page.evaluate(() => history.length)
  await page.getByRole('button', { name: 'Refresh' }).click()

  await expect.poll(() => rendered(page)).not.toBe(first)
  expect(asked).toEqual([`data ${here}.json`])
  expect(await page.evaluate(() => history.length)).toBe(entries)
  // The list of what happened is such a state.
  await expect(log(page)).not.toHaveCount(0)
})

test('Back and Forward ask again', async ({ page }) => {
  const asked = await opened(page)
  await page.getByRole('link', { name: 'A link', exact: true }).click()
  await expect(page).toHaveURL(`${here}?by=link`)
  await page.goBack()
  await expect.poll(() => asked).toEqual([`data ${here}.json?by=link`, `data ${here}.json`])
  await expect(page).toHaveURL(here)
  await page.goForward()
  await expect
    .poll(() => asked)
    .toEqual([`data ${here}.json?by=link`, `data ${here}.json`, `data ${here}.json?by=link`])
})

test('a navigation that is replaced says so, and its late answer changes nothing', async ({
  page,
}) => {
  await opened(page)
  const late = page.waitForResponse((response) => response.url().includes('pace=slow'))
  await page.getByRole('button', { name: 'Start a slow one, and replace it' }).click()
  await expect(page.getByText(`routeChangeError ${here}?pace=slow, cancelled: true`)).toBeVisible()
  await expect(page).toHaveURL(`${here}?by=replacing`)
  await expect(page.getByText(`routeChangeComplete ${here}?by=replacing`)).toBeVisible()
  const shown = await rendered(page)

  await (await late).finished()
  await expect(page).toHaveURL(`${here}?by=replacing`)
  expect(await rendered(page)).toBe(shown)
})

test('links in sight load scripts ahead, and no data', async ({ page }) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await page.goto('/learn')
  await page.getByRole('link', { name: 'From page to page' }).scrollIntoViewIfNeeded()
  // The script of a page that no one has opened.
  await expect.poll(() => asked.some((path) => /pages\/learn\/navigation-/.test(path))).toBe(true)
  expect(asked.filter((path) => /^\/_next\/data\/.*\/learn\/navigation/.test(path))).toEqual([])
})

test('a data request that fails becomes a document', async ({ page }) => {
  await page.goto('/learn/errors')
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.resourceType()))
  await page.getByRole('link', { name: 'props with res.statusCode = 503' }).click()
  await expect(page.getByText('This page came with status 503')).toBeVisible()
  expect(asked).toContain('document')
})

test.describe(() => {
  test.use({ javaScriptEnabled: false })

  test('without JavaScript each link of the lesson is a document', async ({ page }) => {
    await page.goto(here)
    await page.getByRole('link', { name: 'A shallow link' }).click()
    await expect(page).toHaveURL(`${here}?by=shallow`)
    await expect(page.getByRole('main')).toContainText('the document')
    await expect(page.getByRole('button', { name: 'router.push' })).toHaveCount(0)
  })
})
