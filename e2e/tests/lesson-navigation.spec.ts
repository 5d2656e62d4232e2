import type { Page } from '@playwright/test'
import { expect, test } from '../support/test.ts'

const lessonPath = '/learn/navigation'

/** Opens the lesson, and records the requests that follow. */
async function openLesson(page: Page): Promise<string[]> {
  const requests: string[] = []
  await page.goto(lessonPath)
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

const eventLog = (page: Page) =>
  page.getByRole('region', { name: 'Router events' }).getByRole('listitem')
const readRenderedAt = (page: Page) =>
  page.getByRole('main').getByRole('time').first().getAttribute('datetime')

test('shows the path as it is in the address bar', async ({ page }) => {
  await page.goto(`${lessonPath}?x=a%20b#what-the-router-does`)
  await expect(page.getByRole('main')).toContainText(
    `Path${lessonPath}?x=a%20b#what-the-router-does`,
  )
})

test('a link makes one data request and runs getServerSideProps', async ({ page }) => {
  const requests = await openLesson(page)
  const first = await readRenderedAt(page)
  await page.getByRole('link', { name: 'A link', exact: true }).click()

  await expect(page).toHaveURL(`${lessonPath}?by=link`)
  await expect(page.getByRole('main')).toContainText('Requestdata')
  expect(requests).toEqual([`data ${lessonPath}.json?by=link`])
  expect(await readRenderedAt(page)).not.toBe(first)
  await expect(eventLog(page)).toContainText([
    `routeChangeStart ${lessonPath}?by=link`,
    `routeChangeComplete ${lessonPath}?by=link`,
  ])
  await expect(page.getByText(/^GET \/_next\/data\//)).toBeVisible()
})

test('a plain anchor loads the document', async ({ page }) => {
  const requests = await openLesson(page)
  await page.getByRole('link', { name: 'A plain <a>' }).click()

  await expect(page).toHaveURL(`${lessonPath}?by=document`)
  await expect(page.getByText('None yet')).toBeVisible()
  expect(requests).toEqual([`document ${lessonPath}?by=document`])
})

test('a shallow link makes no request and keeps the state, and Back from another page makes one', async ({
  page,
}) => {
  const requests = await openLesson(page)
  const first = await readRenderedAt(page)
  await page.getByRole('link', { name: 'A shallow link' }).click()
  await expect(page).toHaveURL(`${lessonPath}?by=shallow`)
  // The list of events is state of the page: it has the events before and after the navigation.
  await expect(eventLog(page)).toHaveText([
    `routeChangeStart ${lessonPath}?by=shallow, shallow`,
    `routeChangeComplete ${lessonPath}?by=shallow`,
  ])
  expect(requests).toEqual([])
  expect(await readRenderedAt(page)).toBe(first)

  await page.getByRole('link', { name: 'Status', exact: true }).click()
  await expect(page).toHaveURL('/status')
  await page.goBack()
  await expect(page).toHaveURL(`${lessonPath}?by=shallow`)
  await expect.poll(() => requests).toContain(`data ${lessonPath}.json?by=shallow`)
  // The state is gone after a visit of another page.
  await expect(page.getByText('by=shallow, shallow')).toHaveCount(0)
})

test('a hash link makes no request', async ({ page }) => {
  const requests = await openLesson(page)
  await page.getByRole('link', { name: 'A link to a section of the page' }).click()
  await expect(page.getByText('hashChangeComplete')).toBeVisible()
  expect(requests).toEqual([])
})

test('the previous page stays under a progress bar until a slow page is ready', async ({
  page,
}) => {
  await openLesson(page)
  const first = await readRenderedAt(page)
  await page.getByRole('link', { name: 'A slow page' }).click()
  await expect(page.getByRole('progressbar', { name: 'Loading page' })).toBeVisible()
  expect(await readRenderedAt(page)).toBe(first)
  await expect(page).toHaveURL(`${lessonPath}?pace=slow`)
  await expect(page.getByRole('progressbar')).toHaveCount(0)
  expect(await readRenderedAt(page)).not.toBe(first)
})

test('router.push does what a link does', async ({ page }) => {
  const requests = await openLesson(page)
  await page.getByRole('button', { name: 'router.push' }).click()
  await expect(page).toHaveURL(`${lessonPath}?by=push`)
  expect(requests).toEqual([`data ${lessonPath}.json?by=push`])
})

test('a refresh requests new props, keeps the state and adds no history entry', async ({
  page,
}) => {
  const requests = await openLesson(page)
  const first = await readRenderedAt(page)
  const entries = await page.evaluate(() => history.length)
  await page.getByRole('button', { name: 'Refresh' }).click()

  await expect.poll(() => readRenderedAt(page)).not.toBe(first)
  expect(requests).toEqual([`data ${lessonPath}.json`])
  expect(await page.evaluate(() => history.length)).toBe(entries)
  // The list of events is state of the page.
  await expect(eventLog(page)).not.toHaveCount(0)
})

test('Back and Forward make a data request', async ({ page }) => {
  const requests = await openLesson(page)
  await page.getByRole('link', { name: 'A link', exact: true }).click()
  await expect(page).toHaveURL(`${lessonPath}?by=link`)
  await page.goBack()
  await expect
    .poll(() => requests)
    .toEqual([`data ${lessonPath}.json?by=link`, `data ${lessonPath}.json`])
  await expect(page).toHaveURL(lessonPath)
  await page.goForward()
  await expect
    .poll(() => requests)
    .toEqual([
      `data ${lessonPath}.json?by=link`,
      `data ${lessonPath}.json`,
      `data ${lessonPath}.json?by=link`,
    ])
})

test('a replaced navigation reports an error, and its late response changes nothing', async ({
  page,
}) => {
  await openLesson(page)
  const lateResponse = page.waitForResponse((response) => response.url().includes('pace=slow'))
  await page.getByRole('button', { name: 'Start a slow navigation, then replace it' }).click()
  await expect(
    page.getByText(`routeChangeError ${lessonPath}?pace=slow, cancelled: true`),
  ).toBeVisible()
  await expect(page).toHaveURL(`${lessonPath}?by=replacing`)
  await expect(page.getByText(`routeChangeComplete ${lessonPath}?by=replacing`)).toBeVisible()
  const shown = await readRenderedAt(page)

  await (await lateResponse).finished()
  await expect(page).toHaveURL(`${lessonPath}?by=replacing`)
  expect(await readRenderedAt(page)).toBe(shown)
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
    await page.goto(lessonPath)
    await page.getByRole('link', { name: 'A shallow link' }).click()
    await expect(page).toHaveURL(`${lessonPath}?by=shallow`)
    await expect(page.getByRole('main')).toContainText('Requestdocument')
    await expect(page.getByRole('button', { name: 'router.push' })).toHaveCount(0)
  })
})
