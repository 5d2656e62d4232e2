import { getData } from '../support/data-route.ts'
import { appPages, viewerHeaders } from '../support/pages.ts'
import { expect, test } from '../support/test.ts'
import { waitUntilFresh } from '../support/wait-until-fresh.ts'

const shared = 'public, max-age=0, must-revalidate, s-maxage=60, stale-while-revalidate=600'

const noStore = 'private, no-store'

// The policies of pages that are not public for the default lifetimes.
const policies: Record<string, string> = {
  '/404': noStore,
  '/500': noStore,
  '/learn/errors/rendering': noStore,
  '/learn/errors/secret': noStore,
  '/learn/errors/thrown': noStore,
  '/learn/caching': 'public, s-maxage=10, stale-while-revalidate=59',
  '/learn/failures': 'public, max-age=0, must-revalidate, s-maxage=5',
  '/learn/geolocation/yours': noStore,
  '/learn/navigation': noStore,
  '/learn/runtime/edge': 'public, max-age=0, must-revalidate, s-maxage=5',
  '/learn/when/[owner]/[repo]': 's-maxage=60, stale-while-revalidate=600',
  '/sign-in': noStore,
  '/status': noStore,
}

test('every page has its cache policy, as HTML and as data, and sets no cookie', async ({
  request,
}) => {
  test.slow()
  for (const appPage of appPages) {
    const { route, path, isPrivate, rendering, template } = appPage
    const policy = isPrivate ? noStore : (policies[route] ?? shared)
    const headers = viewerHeaders(appPage)
    if (policy === shared && rendering === 'ssr') await waitUntilFresh(request, path)
    const responses = [await request.get(path, { headers })]
    if (rendering === 'ssr' && template !== 'error') {
      responses.push(await getData(request, path, headers))
    }
    for (const response of responses) {
      expect.soft(response.headers()['cache-control'], response.url()).toBe(policy)
      expect.soft(response.headers()['set-cookie'], response.url()).toBeUndefined()
      expect.soft(response.headers()['cdn-cache-control'], response.url()).toBe(cdnPolicyOf(policy))
    }
  }
})

/** The policy for CDNs, which has no directives for browsers. */
function cdnPolicyOf(policy: string): string | undefined {
  const [, forSharedCaches] = /must-revalidate, s-(maxage=.+)$/.exec(policy) ?? []
  return forSharedCaches?.replace('maxage', 'max-age')
}

const others = {
  '/api/health': [200, noStore],
  '/api/ready': [200, noStore],
  // Next's own header: without a page, it takes precedence over the configuration.
  '/nowhere': [404, 'private, no-cache, no-store, max-age=0, must-revalidate'],
  '/repos/acme/old-name': [307, noStore],
  '/repos/acme/nothing': [404, 'public, max-age=0, must-revalidate, s-maxage=30'],
  '/theme.js': [200, 'public, max-age=3600'],
  '/icon.svg': [200, 'public, max-age=3600'],
} as const

test('errors, redirects, API routes and files have their cache policy', async ({ request }) => {
  for (const [path, [status, cacheControl]] of Object.entries(others)) {
    const response = await request.get(path, { maxRedirects: 0 })
    expect.soft(response.status(), path).toBe(status)
    expect.soft(response.headers()['cache-control'], path).toBe(cacheControl)
    if (!cacheControl.includes('s-maxage')) {
      expect.soft(response.headers()['cdn-cache-control'], path).toBeUndefined()
    }
  }
})

test('a page with a forbidden panel is cached for the default lifetimes', async ({ request }) => {
  await waitUntilFresh(request, '/repos/acme/monolith')
  const response = await request.get('/repos/acme/monolith')
  expect(response.headers()['cache-control']).toBe(shared)
})

test('a redirect on the data route, which Next sends as a 200, is not cached', async ({
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

test('Next’s hashed files are immutable', async ({ page, request }) => {
  await page.goto('/')
  const scripts = await page.locator('script[src^="/_next/static/chunks"]').all()
  const source = await scripts[0]?.getAttribute('src')
  const response = await request.get(source ?? '')
  expect(response.headers()['cache-control']).toBe('public, max-age=31536000, immutable')
})

test('a revalidation of an unchanged page is a 304 with the same policy', async ({ request }) => {
  await waitUntilFresh(request, '/learn/first-page')
  const first = await request.get('/learn/first-page')
  const second = await request.get('/learn/first-page', {
    headers: { 'if-none-match': first.headers().etag ?? '' },
  })
  expect(second.status()).toBe(304)
  expect(second.headers()['cache-control']).toBe(shared)
})

test('Server-Timing lists the calls to GitHub, the policy and the time of rendering', async ({
  request,
}) => {
  await waitUntilFresh(request, '/repos/acme/rocket')
  const timing = (await request.get('/repos/acme/rocket')).headers()['server-timing'] ?? ''

  expect(timing).toMatch(/github;dur=\d+;desc="(200|304) [a-z]+ \/repos\/acme\/rocket \+\d+"/)
  expect(timing).toMatch(
    /github;dur=\d+;desc="(200|304) [a-z]+ \/repos\/acme\/rocket\/languages \+\d+"/,
  )
  expect(timing).toContain(
    'cache;desc="Public: fresh for 1 min, then stale for 10 min while revalidating"',
  )
  expect(timing).toMatch(/rendered;desc="\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z"/)
})

test('no response names its server or contains a forwarded host', async ({ request }) => {
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
