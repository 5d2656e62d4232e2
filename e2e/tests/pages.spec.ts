import { dataPath } from '../support/data-route.ts'
import { appPages, viewerHeaders } from '../support/pages.ts'
import { appUrl } from '../support/servers.ts'
import { expect, test } from '../support/test.ts'

const contents = [
  { path: '/', heading: 'Know a GitHub repository at a glance', data: 'acme/monolith' },
  { path: '/search?q=rocket', heading: 'Results for “rocket”', data: 'acme/rocket' },
  { path: '/owners/acme', heading: 'Acme Rockets', data: 'acme/' },
  { path: '/repos/acme/rocket', heading: 'acme / rocket', data: '12.4k' },
  { path: '/repos/acme/rocket/issues', heading: 'acme / rocket', data: '231' },
  { path: '/repos/acme/rocket/pulls', heading: 'acme / rocket', data: '38' },
  { path: '/repos/acme/rocket/issues/statistics', heading: 'acme / rocket', data: '231 open' },
  { path: '/repos/acme/rocket/pulls/statistics', heading: 'acme / rocket', data: '38 open' },
  { path: '/repos/acme/rocket/releases', heading: 'acme / rocket', data: 'v4.2.1' },
  { path: '/repos/acme/rocket/contributors', heading: 'acme / rocket', data: 'tomasz-novak' },
  { path: '/repos/acme/rocket/activity', heading: 'acme / rocket', data: 'Wednesday' },
  { path: '/repos/acme/rocket/stars', heading: 'acme / rocket', data: '12,431 stars' },
  { path: '/learn/first-page', heading: 'A first page', data: '12,431' },
  { path: '/learn/runtime/node', heading: 'A page on Node.js', data: '12,431' },
  { path: '/learn/runtime/edge', heading: 'A page on the Edge Runtime', data: '12,431' },
]

test('every server-rendered page has its data in the HTML', async ({ request }) => {
  const rendered = appPages.filter(
    ({ rendering, template }) => rendering === 'ssr' && template !== 'error',
  )
  for (const appPage of rendered) {
    const response = await request.get(appPage.path, { headers: viewerHeaders(appPage) })
    const html = await response.text()
    const flag = appPage.runtime === 'edge' ? '__N_SSP' : '"gssp":true'
    expect.soft(response.status(), appPage.path).toBe(200)
    expect.soft(html.includes(flag) || html.includes('"__N_SSP":true'), appPage.path).toBe(true)
    expect.soft(html, appPage.path).toMatch(/<h1\b/)
  }
  for (const { path, data } of contents) {
    const response = await request.get(path)
    expect.soft(await response.text(), path).toContain(data)
  }
})

test('a page that opens as a document does not request its data again', async ({ page }) => {
  test.slow()
  const dataRequests: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('/_next/data/')) dataRequests.push(request.url())
  })
  for (const { path, heading, data } of contents) {
    await page.goto(path)

    await expect.soft(page.getByRole('heading', { level: 1, name: heading }), path).toBeVisible()
    await expect.soft(page.getByRole('main'), path).toContainText(data)
    await expect(page.getByRole('button', { name: /^Theme/ }), path).toBeVisible()
    expect.soft(dataRequests, path).toEqual([])
  }
})

test('a visitor navigates between pages without loading a document, and back', async ({ page }) => {
  await page.goto('/')
  const documents: string[] = []
  page.on('request', (request) => {
    if (request.isNavigationRequest()) documents.push(request.url())
  })

  const data = page.waitForResponse((response) =>
    response.url().includes(dataPath('/repos/acme/rocket')),
  )
  await page.getByRole('link', { name: 'acme/rocket', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'acme / rocket' })).toBeVisible()
  await expect(page).toHaveTitle('acme/rocket · Repo Dashboard')
  expect((await data).status()).toBe(200)

  await page.getByRole('link', { name: 'deployment' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Results for “topic:deployment”')
  await page.getByRole('link', { name: 'acme/rocket', exact: true }).click()

  await page.getByRole('main').getByRole('link', { name: 'acme', exact: true }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'Acme Rockets' })).toBeVisible()

  await page.getByRole('link', { name: 'Learn' }).click()
  await page.getByRole('link', { name: 'A first page' }).click()
  await expect(page.getByRole('main')).toContainText('12,431')

  await page.goBack()
  await expect(
    page.getByRole('heading', { level: 1, name: 'Learn getServerSideProps' }),
  ).toBeVisible()
  expect(documents).toEqual([])
})

test('every server-rendered page says that its data is sample data and how to use live data', async ({
  page,
  request,
}) => {
  for (const { path } of contents) {
    const html = await (await request.get(path)).text()
    expect.soft(html, path).toContain('Fictional repositories, not live GitHub data')
    expect.soft(html, path).toContain('GITHUB_API_URL=https://api.github.com')
    expect.soft(html, path).toContain('apps/dashboard/.env.local')
  }
  await page.goto('/repos/acme/rocket')
  await expect(page.getByRole('banner').getByText('Sample data')).toBeVisible()
  const footer = page.getByRole('contentinfo')
  await expect(footer.getByText('GITHUB_API_URL=https://api.github.com')).toBeVisible()
})

test('the overview has a chart of the commits of a year, and its data as a table', async ({
  page,
}) => {
  await page.goto('/repos/acme/rocket')
  const panel = page.getByRole('region', { name: 'Commits per week' })

  await expect(panel.getByRole('img', { name: 'Commits per week' })).toBeVisible()
  await panel.getByText('Show data').click()
  await expect(panel.getByRole('row')).toHaveCount(14)
})

test('a name in another case is the same page with one canonical URL', async ({ page }) => {
  const response = await page.goto('/repos/ACME/Rocket')

  expect(response?.status()).toBe(200)
  await expect(page.getByRole('heading', { level: 1, name: 'acme / rocket' })).toBeVisible()
  expect(await response?.text()).toContain(
    `<link rel="canonical" href="${appUrl}/repos/acme/rocket"`,
  )
})
