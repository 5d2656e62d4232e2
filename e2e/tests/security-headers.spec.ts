import { join } from 'node:path'
import { dataPath } from '../support/data-route.ts'
import { pagesOf } from '../support/every-page.ts'
import { expect, test } from '../support/test.ts'

const build = join(import.meta.dirname, '../../apps/dashboard/.next')

const everywhere = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: https:; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy':
    'browsing-topics=(), camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'referrer-policy': 'same-origin',
  'strict-transport-security': 'max-age=63072000',
  'x-content-type-options': 'nosniff',
}

const answers = {
  'a page': { path: '/repos/acme/rocket', status: 200 },
  'a static page': { path: '/learn', status: 200 },
  'its data': { path: dataPath('/repos/acme/rocket'), status: 200 },
  'an API route': { path: '/api/health', status: 200 },
  'a redirect': { path: '/repos/acme/old-name', status: 307 },
  'a repository that is not there': { path: '/repos/acme/nothing', status: 404 },
  'an address without a page': { path: '/nowhere', status: 404 },
  'an API address without a route': { path: '/api/nowhere', status: 404 },
  'data of another build': { path: '/_next/data/another/repos/acme/rocket.json', status: 404 },
  'a hashed file that is not there': { path: '/_next/static/nowhere.js', status: 404 },
  'the optimiser of images, which is off': { path: '/_next/image?url=%2Ficon.svg', status: 404 },
  'an error that was thrown': { path: '/learn/errors/thrown', status: 500 },
  'an error while rendering': { path: '/learn/errors/rendering', status: 500 },
  'a failure of GitHub': { path: '/repos/failures/status-500', status: 503 },
  'a static file': { path: '/theme.js', status: 200 },
}

for (const [answer, { path, status }] of Object.entries(answers)) {
  test(`${answer} has every security header`, async ({ request }) => {
    const response = await request.get(path, { maxRedirects: 0 })

    expect(response.status()).toBe(status)
    expect(response.headers()).toMatchObject(everywhere)
    expect(response.headers()['x-powered-by']).toBeUndefined()
  })
}

test('a hashed file has every security header', async ({ page, request }) => {
  await page.goto('/learn')
  const scripts = await page.locator('script[src^="/_next/static/chunks"]').all()
  const response = await request.get((await scripts[0]?.getAttribute('src')) ?? '')

  expect(response.status()).toBe(200)
  expect(response.headers()).toMatchObject(everywhere)
})

test('a badge has every security header, and may be shown by other sites', async ({ request }) => {
  const response = await request.get('/api/badge/repos/acme/rocket.svg')

  expect(response.status()).toBe(200)
  expect(response.headers()).toMatchObject({
    ...everywhere,
    'cross-origin-resource-policy': 'cross-origin',
  })
})

test('a page that is asked for by another method has every security header', async ({
  request,
}) => {
  const response = await request.post('/repos/acme/rocket')

  expect(response.status()).toBe(405)
  expect(response.headers()).toMatchObject(everywhere)
})

test.describe(() => {
  test.use({ expectedErrors: [/on purpose/] })

  for (const path of pagesOf(build)) {
    test(`${path} keeps the Content-Security-Policy, as a document and after a client navigation`, async ({
      page,
    }) => {
      const violations: string[] = []
      page.on('console', (message) => {
        if (message.text().includes('Content Security Policy')) violations.push(message.text())
      })
      const heading = page.getByRole('heading', { level: 1 })
      await page.goto(path)
      await expect(heading).toBeVisible()
      await expect(page.getByRole('button', { name: /^Theme/ })).toBeVisible()

      await page.goto(path === '/learn' ? '/' : '/learn')
      await expect(page.getByRole('button', { name: /^Theme/ })).toBeVisible()
      const start = (await heading.textContent()) ?? ''
      await page.evaluate(`void next.router.push(${JSON.stringify(path)})`)
      await expect(heading).not.toHaveText(start)
      expect(violations).toEqual([])
    })
  }
})
