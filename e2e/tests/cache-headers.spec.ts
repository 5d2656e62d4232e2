import { getData } from '../support/data-route.ts'
import { waitUntilFresh } from '../support/wait-until-fresh.ts'
import { expect, test } from '../support/test.ts'

const shared = 'public, max-age=0, must-revalidate, s-maxage=60, stale-while-revalidate=600'

for (const path of [
  '/',
  '/search?q=rocket',
  '/owners/acme',
  '/repos/acme/rocket',
  '/repos/acme/rocket/badge',
  '/compare?repos=acme/rocket,acme/monolith,acme/polyglot,nova/rocket',
  '/learn/first-page',
  '/learn/runtime/node',
]) {
  test(`${path} may be kept by shared caches, as HTML and as data, and not by the browser`, async ({
    request,
  }) => {
    await waitUntilFresh(request, path)
    for (const response of [await request.get(path), await getData(request, path)]) {
      expect(response.status()).toBe(200)
      expect(response.headers()['cache-control']).toBe(shared)
      expect(response.headers()['cdn-cache-control']).toBe('max-age=60, stale-while-revalidate=600')
      expect(response.headers()['set-cookie']).toBeUndefined()
    }
  })
}

test('a page without data of its own may be kept by shared caches too', async ({ request }) => {
  const response = await request.get('/learn')
  expect(response.headers()['cache-control']).toBe(shared)
  expect(response.headers()['cdn-cache-control']).toBe('max-age=60, stale-while-revalidate=600')
})

const others = {
  '/learn/caching': [200, 'public, s-maxage=10, stale-while-revalidate=59'],
  '/api/health': [200, 'private, no-store'],
  // Next's own words for the same: where there is no page, they win over the configuration.
  '/nowhere': [404, 'private, no-cache, no-store, max-age=0, must-revalidate'],
  '/404': [404, 'private, no-store'],
  '/500': [500, 'private, no-store'],
  '/learn/errors/thrown': [500, 'private, no-store'],
  '/learn/errors/rendering': [500, 'private, no-store'],
  '/repos/acme/old-name': [307, 'private, no-store'],
  '/repos/acme/nothing': [404, 'public, max-age=0, must-revalidate, s-maxage=30'],
  '/theme.js': [200, 'public, max-age=3600'],
  '/icon.svg': [200, 'public, max-age=3600'],
} as const

for (const [path, [status, cacheControl]] of Object.entries(others)) {
  test(`${path} is a ${status} with ${cacheControl}`, async ({ request }) => {
    const response = await request.get(path, { maxRedirects: 0 })
    expect(response.status()).toBe(status)
    expect(response.headers()['cache-control']).toBe(cacheControl)
    if (!cacheControl.includes('s-maxage')) {
      expect(response.headers()['cdn-cache-control']).toBeUndefined()
    }
  })
}

test('a page that GitHub refuses a part of for good is kept as long as any', async ({
  request,
}) => {
  await waitUntilFresh(request, '/repos/acme/monolith')
  const response = await request.get('/repos/acme/monolith')
  expect(response.headers()['cache-control']).toBe(shared)
})

test('a redirect on the data route, which Next sends as a 200, is kept by nobody', async ({
  request,
}) => {
  const response = await getData(request, '/repos/acme/old-name')

  expect(response.status()).toBe(200)
  expect(response.headers()['cache-control']).toBe('private, no-store')
  expect(await response.json()).toEqual({
    pageProps: { __N_REDIRECT: '/repos/acme/new-name', __N_REDIRECT_STATUS: 307 },
    __N_SSP: true,
  })
})

test('Next’s hashed files never change', async ({ page, request }) => {
  await page.goto('/')
  const scripts = await page.locator('script[src^="/_next/static/chunks"]').all()
  const source = await scripts[0]?.getAttribute('src')
  const response = await request.get(source ?? '')
  expect(response.headers()['cache-control']).toBe('public, max-age=31536000, immutable')
})

test('a renewal with the same content is a 304 that keeps its headers', async ({ request }) => {
  await waitUntilFresh(request, '/learn/first-page')
  const first = await request.get('/learn/first-page')
  const second = await request.get('/learn/first-page', {
    headers: { 'if-none-match': first.headers().etag ?? '' },
  })
  expect(second.status()).toBe(304)
  expect(second.headers()['cache-control']).toBe(shared)
})

test('a page tells what was done for it', async ({ request }) => {
  await waitUntilFresh(request, '/repos/acme/rocket')
  const timing = (await request.get('/repos/acme/rocket')).headers()['server-timing'] ?? ''

  expect(timing).toMatch(/github;dur=\d+;desc="(200|304) [a-z]+ \/repos\/acme\/rocket"/)
  expect(timing).toMatch(/github;dur=\d+;desc="(200|304) [a-z]+ \/repos\/acme\/rocket\/languages"/)
  expect(timing).toContain(
    'cache;desc="Public: fresh for 1 min, then stale for 10 min while revalidating"',
  )
  expect(timing).toMatch(/rendered;desc="\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z"/)
})

test('no answer says what runs it, and none is built from the Host header', async ({ request }) => {
  for (const path of ['/', '/repos/acme/rocket', '/repos/acme/old-name', '/nowhere']) {
    const response = await request.get(path, {
      headers: { 'x-forwarded-host': 'evil.test' },
      maxRedirects: 0,
    })
    expect(response.headers()['x-powered-by']).toBeUndefined()
    expect(JSON.stringify(response.headers())).not.toContain('evil.test')
    expect(await response.text()).not.toContain('evil.test')
  }
})
