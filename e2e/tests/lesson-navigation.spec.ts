import type { Page } from '@playwright/test'
import { expect, test } from '../support/test.ts'

const here = '/learn/navigation'

/** Opens the lesson, and records the requests that follow. */
async function opened(page: Page): Promise<string[]> {
  const requests: string[] = []
  await page.goto(here)
  await expect(page.getByText('None yet: the page was loaded as a document.')).toBeVisible()
  page.on('request', (request) => {
    const { pathname, search } = new URL(request.url())
    if (request.resourceType() === 'document') requests.push(`document ${pathname}${search}`)
    if (pathname.startsWith('/_next/data/')) {
      requests.push(`data ${pathname.replace(/^\/_next\/data\/[^/]+/, '')}${search}`)
    }
  })
  return requests
}

const log = (page: Page) =>
  page.getByRole('region', { name: 'Router events' }).getByRole('listitem')
const rendered = (page: Page) =>
  page.getByRole('main').getByRole('time').first().getAttribute('datetime')

test('a link makes one data request and runs getServerSideProps', async ({ page }) => {
  const requests = await opened(page)
  const first = await rendered(page)
  await page.getByRole('link', { name: 'A link', exact: true }).click()

  await expect(page).toHaveURL(`${here}?by=link`)
  await expect(page.getByRole('main')).toContainText('Requestdata')
  expect(requests).toEqual([`data ${here}.json?by=link`])
  expect(await rendered(page)).not.toBe(first)
  await expect(log(page)).toContainText([
    `routeChangeStart ${here}?by=link`,
    `routeChangeComplete ${here}?by=link`,
  ])
  await expect(page.getByText(/^GET \/_next\/data\//)).toBeVisible()
})

test('a plain anchor loads the document', async ({ page }) => {
  const requests = await opened(page)
  await page.getByRole('link', { name: 'A plain <a>' }).click()

  await expect(page).toHaveURL(`${here}?by=document`)
  await expect(page.getByText('None yet')).toBeVisible()
  expect(requests).toEqual([`document ${here}?by=document`])
})

test('a shallow link makes no request and keeps the state, and Back from another page makes one', async ({
  page,
}) => {
  const requests = await opened(page)
  const first = await rendered(page)
  await page.getByRole('link', { name: 'A shallow link' }).click()
  await expect(page).toHaveURL(`${here}?by=shallow`)
  // The list of events is state of the page: it has the events before and after the navigation.
  await expect(log(page)).toHaveText([
    `routeChangeStart ${here}?by=shallow, shallow`,
    `routeChangeComplete ${here}?by=shallow`,
  ])
  expect(requests).toEqual([])
  expect(await rendered(page)).toBe(first)

  await page.getByRole('link', { name: 'Status', exact: true }).click()
  await expect(page).toHaveURL('/status')
  await page.goBack()
  await expect(page).toHaveURL(`${here}?by=shallow`)
  await expect.poll(() => requests).toContain(`data ${here}.json?by=shallow`)
  // The state is gone after a visit of another page.
  await expect(page.getByText('by=shallow, shallow')).toHaveCount(0)
})

test('a hash link makes no request', async ({ page }) => {
  const requests = await opened(page)
  await page.getByRole('link', { name: 'A link to a section of the page' }).click()
  await expect(page.getByText('hashChangeComplete')).toBeVisible()
  expect(requests).toEqual([])
})

test('the previous page stays under a progress bar until a slow page is ready', async ({
  page,
}) => {
  await opened(page)
  const first = await rendered(page)
  await page.getByRole('link', { name: 'A slow page' }).click()
  await expect(page.getByRole('progressbar', { name: 'Loading page' })).toBeVisible()
  expect(await rendered(page)).toBe(first)
  await expect(page).toHaveURL(`${here}?pace=slow`)
  await expect(page.getByRole('progressbar')).toHaveCount(0)
  expect(await rendered(page)).not.toBe(first)
})

test('router.push does what a link does', async ({ page }) => {
  const requests = await opened(page)
  await page.getByRole('button', { name: 'router.push' }).click()
  await expect(page).toHaveURL(`${here}?by=push`)
  expect(requests).toEqual([`data ${here}.json?by=push`])
})

test('a refresh requests new props, keeps the state and adds no history entry', async ({
  page,
}) => {
  const requests = await opened(page)
  const first = await rendered(page)
  const entries = await page.evaluate(() => history.length)
  await page.getByRole('button', { name: 'Refresh' }).click()

  await expect.poll(() => rendered(page)).not.toBe(first)
  expect(requests).toEqual([`data ${here}.json`])
  expect(await page.evaluate(() => history.length)).toBe(entries)
  // The list of events is state of the page.
  await expect(log(page)).not.toHaveCount(0)
})

test('Back and Forward make a data request', async ({ page }) => {
  const requests = await opened(page)
  await page.getByRole('link', { name: 'A link', exact: true }).click()
  await expect(page).toHaveURL(`${here}?by=link`)
  await page.goBack()
  await expect.poll(() => requests).toEqual([`data ${here}.json?by=link`, `data ${here}.json`])
  await expect(page).toHaveURL(here)
  await page.goForward()
  await expect
    .poll(() => requests)
    .toEqual([`data ${here}.json?by=link`, `data ${here}.json`, `data ${here}.json?by=link`])
})

test('a replaced navigation reports an error, and its late response changes nothing', async ({
  page,
}) => {
  await opened(page)
  const late = page.waitForResponse((response) => response.url().includes('pace=slow'))
  await page.getByRole('button', { name: 'Start a slow navigation, then replace it' }).click()
  await expect(page.getByText(`routeChangeError ${here}?pace=slow, cancelled: true`)).toBeVisible()
  await expect(page).toHaveURL(`${here}?by=replacing`)
  await expect(page.getByText(`routeChangeComplete ${here}?by=replacing`)).toBeVisible()
  const shown = await rendered(page)

  await (await late).finished()
  await expect(page).toHaveURL(`${here}?by=replacing`)
  expect(await rendered(page)).toBe(shown)
})

test('visible links prefetch scripts, and no data', async ({ page }) => {
  const requests: string[] = []
  page.on('request', (request) => requests.push(new URL(request.url()).pathname))
  await page.goto('/learn')
  await page.getByRole('link', { name: 'Client-side navigation' }).scrollIntoViewIfNeeded()
  // The script of a page that is not open.
  await expect
    .poll(() => requests.some((path) => /pages\/learn\/navigation-/.test(path)))
    .toBe(true)
  expect(requests.filter((path) => /^\/_next\/data\/.*\/learn\/navigation/.test(path))).toEqual([])
})

test('a failed data request becomes a document', async ({ page }) => {
  await page.goto('/learn/errors')
  const requests: string[] = []
  page.on('request', (request) => requests.push(request.resourceType()))
  await page.getByRole('link', { name: 'props with res.statusCode = 503' }).click()
  await expect(page.getByText('This page has status 503')).toBeVisible()
  expect(requests).toContain('document')
})

test.describe(() => {
  test.use({ javaScriptEnabled: false })

  test('without JavaScript each link of the lesson loads a document', async ({ page }) => {
    await page.goto(here)
    await page.getByRole('link', { name: 'A shallow link' }).click()
    await expect(page).toHaveURL(`${here}?by=shallow`)
    await expect(page.getByRole('main')).toContainText('Requestdocument')
    await expect(page.getByRole('button', { name: 'router.push' })).toHaveCount(0)
  })
})
