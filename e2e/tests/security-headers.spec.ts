import { dataPath } from '../support/data-route.ts'
import { appPages, viewerHeaders } from '../support/pages.ts'
import { securityHeaders } from '../support/security-headers.ts'
import { expect, test } from '../support/test.ts'

test('every kind of response has every security header', async ({ request }) => {
  const responses = {
    'a page': { path: '/repos/acme/rocket', status: 200 },
    'a static page': { path: '/learn', status: 200 },
    'its data': { path: dataPath('/repos/acme/rocket'), status: 200 },
    'an API route': { path: '/api/health', status: 200 },
    'a redirect': { path: '/repos/acme/old-name', status: 307 },
    'a repository that does not exist': { path: '/repos/acme/nothing', status: 404 },
    'a URL without a page': { path: '/nowhere', status: 404 },
    'a malformed URL': { path: '/repos/acme/%', status: 400 },
    'an API URL without a route': { path: '/api/nowhere', status: 404 },
    'data of another build': { path: '/_next/data/another/repos/acme/rocket.json', status: 404 },
    'a hashed file that does not exist': { path: '/_next/static/nowhere.js', status: 404 },
    'the image optimizer, which is off': { path: '/_next/image?url=%2Ficon.svg', status: 404 },
    'a thrown error': { path: '/learn/errors/thrown', status: 500 },
    'an error while rendering': { path: '/learn/errors/rendering', status: 500 },
    'a failure of GitHub': { path: '/repos/failures/status-500', status: 503 },
    'a static file': { path: '/theme.js', status: 200 },
  }
  for (const [kind, { path, status }] of Object.entries(responses)) {
    const response = await request.get(path, { maxRedirects: 0 })

    expect.soft(response.status(), kind).toBe(status)
    expect.soft(response.headers(), kind).toMatchObject(securityHeaders)
    expect.soft(response.headers()['x-powered-by'], kind).toBeUndefined()
  }
})

test('a hashed file has every security header', async ({ page, request }) => {
  await page.goto('/learn')
  const scripts = await page.locator('script[src^="/_next/static/chunks"]').all()
  const response = await request.get((await scripts[0]?.getAttribute('src')) ?? '')

  expect(response.status()).toBe(200)
  expect(response.headers()).toMatchObject(securityHeaders)
})

test('a badge has every security header, and other sites may show it', async ({ request }) => {
  const response = await request.get('/api/badge/repos/acme/rocket.svg')

  expect(response.status()).toBe(200)
  expect(response.headers()).toMatchObject({
    ...securityHeaders,
    'cross-origin-resource-policy': 'cross-origin',
  })
})

test('a response to another method has every security header', async ({ request }) => {
  const response = await request.post('/repos/acme/rocket')

  expect(response.status()).toBe(405)
  expect(response.headers()).toMatchObject(securityHeaders)
})

test.describe(() => {
  test.use({ expectedErrors: [/on purpose/] })

  const startHeadings = {
    '/': 'Know a GitHub repository at a glance',
    '/learn': 'Learn getServerSideProps',
  }

  // The fixture fails on a violation; other tests open every page as a document.
  test('no page violates the Content Security Policy after a client navigation', async ({
    page,
  }) => {
    test.slow()
    const heading = page.getByRole('heading', { level: 1 })
    const navigate = (path: string) =>
      page.evaluate(`void next.router.push(${JSON.stringify(path)})`)
    await page.goto('/')
    for (const appPage of appPages) {
      const start = appPage.path === '/learn' ? '/' : '/learn'
      await expect(page.getByRole('button', { name: /^Theme/ }), appPage.path).toBeVisible()
      await navigate(start)
      await expect(heading, appPage.path).toHaveText(startHeadings[start])
      await page.setExtraHTTPHeaders(viewerHeaders(appPage))
      await navigate(appPage.path)
      await expect(heading, appPage.path).not.toHaveText(startHeadings[start])
    }
  })
})
