import type { RequestListener } from 'node:http'
import { setCacheHeaders } from '@repo/cache-headers'
import { expect, test } from 'vitest'
import type { PageRequest } from './serve-page.ts'
import { github, type Page, type Params, pagePath, requestPage } from './test-request-page.ts'
import { cacheHeadersOf } from './test-support.ts'

const frame = { source: 'sample', siteUrl: 'https://dashboard.test' }
const noStore = { 'cache-control': 'private, no-store' }
const publicPolicy = { scope: 'public', sMaxAge: 60, staleWhileRevalidate: 600 } as const
const publicHeaders = {
  'cache-control': 'public, max-age=0, must-revalidate, s-maxage=60, stale-while-revalidate=600',
  'cdn-cache-control': 'max-age=60, stale-while-revalidate=600',
}
const brief = (seconds: number) => ({
  'cache-control': `public, max-age=0, must-revalidate, s-maxage=${seconds}`,
  'cdn-cache-control': `max-age=${seconds}`,
})

async function stars({ github, params: { owner = '', repo = '' }, res }: PageRequest<Params>) {
  const { data } = await github.getRepo(owner, repo)
  setCacheHeaders(res, publicPolicy)
  return { props: { stars: data.stars } }
}

test("returns a page's props and the frame, with the page's own policy", async () => {
  const { response, text, paths } = await requestPage(stars)
  expect(response.status).toBe(200)
  expect(JSON.parse(text)).toEqual({ stars: 7, frame })
  expect(cacheHeadersOf(response)).toEqual(publicHeaders)
  expect(paths).toEqual(['/repos/acme/rocket'])
})

test('reports what the server did in Server-Timing', async () => {
  const { response } = await requestPage(stars)
  expect(response.headers.get('server-timing')).toMatch(
    /^github;dur=\d+;desc="200 miss \/repos\/acme\/rocket \+0", cache;desc="Public: fresh for 1 min, then stale for 10 min while revalidating", cache-control;desc="public, max-age=0, must-revalidate, s-maxage=60, stale-while-revalidate=600", cdn-cache-control;desc="max-age=60, stale-while-revalidate=600", rendered;desc="[\dT:.-]+Z"$/,
  )
})

test.each([
  { owner: 'a.b', repo: 'rocket' },
  { owner: '_acme', repo: 'rocket' },
  { owner: '..', repo: 'rocket' },
  { owner: 'acme', repo: '..' },
  { owner: 'acme', repo: 'a/b' },
  { owner: 'acme', repo: '' },
  { owner: '' },
])('sends GitHub no request for %o, which it cannot have', async (routeParams) => {
  const { response, text, paths } = await requestPage(stars, { routeParams })
  expect(response.status).toBe(404)
  expect(JSON.parse(text)).toEqual({ notFound: true })
  expect(cacheHeadersOf(response)).toEqual(brief(30))
  expect(paths).toEqual([])
})

test.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])(
  'rejects %s without a request to GitHub',
  async (method) => {
    const { response, text, paths } = await requestPage(stars, { init: { method } })
    expect(response.status).toBe(405)
    expect(response.headers.get('allow')).toBe('GET, HEAD')
    expect(JSON.parse(text)).toEqual({
      failure: { kind: 'method-not-allowed', status: 405, requestId: expect.any(String) },
      frame: expect.any(Object),
    })
    expect(cacheHeadersOf(response)).toEqual(noStore)
    expect(paths).toEqual([])
  },
)

test('responds to HEAD as to GET', async () => {
  const { response } = await requestPage(stars, { init: { method: 'HEAD' } })
  expect(response.status).toBe(200)
  expect(cacheHeadersOf(response)).toEqual(publicHeaders)
})

test('names a repository that GitHub does not find, and caches that briefly', async () => {
  const { response, text } = await requestPage(stars, { upstream: github(404, {}) })
  expect(response.status).toBe(404)
  expect(JSON.parse(text)).toEqual({
    failure: { kind: 'not-found', fullName: 'acme/rocket', status: 404 },
    frame,
  })
  expect(cacheHeadersOf(response)).toEqual(brief(30))
})

test('caches a page\'s own "not found" briefly, whatever it set before', async () => {
  const { response } = await requestPage(async ({ res }) => {
    setCacheHeaders(res, publicPolicy)
    return { notFound: true }
  })
  expect(response.status).toBe(404)
  expect(cacheHeadersOf(response)).toEqual(brief(30))
})

test('redirects to the same page of a repository’s new name', async () => {
  const upstream = github(200, { full_name: 'NewCo/star-ship.js' })
  const path = `${pagePath}/issues?owner=acme&state=open&repo=rocket&q=a%26b`
  const { response } = await requestPage(stars, { upstream, path })
  expect(response.status).toBe(307)
  expect(response.headers.get('location')).toBe(
    '/repos/NewCo/star-ship.js/issues?state=open&q=a%26b',
  )
  expect(cacheHeadersOf(response)).toEqual(noStore)
})

test('redirects to a repository’s new name without a query string if there was none', async () => {
  const { response } = await requestPage(stars, {
    upstream: github(200, { full_name: 'newco/rocket' }),
  })
  expect(response.headers.get('location')).toBe('/repos/newco/rocket')
})

test('responds with 503 to names that redirect to each other', async () => {
  const upstream: RequestListener = (request, response) => {
    const full_name = request.url === '/repos/acme/rocket' ? 'acme/moon' : 'acme/rocket'
    github(200, { id: 1, full_name })(request, response)
  }
  const { response, paths } = await requestPage(stars, { upstream })
  expect(response.status).toBe(503)
  expect(response.headers.get('retry-after')).toBe('30')
  expect(cacheHeadersOf(response)).toEqual(noStore)
  expect(paths).toEqual(['/repos/acme/rocket', '/repos/acme/moon', '/repos/acme/rocket'])
})

test("does not cache a page's own redirect, whatever it set before", async () => {
  const { response } = await requestPage(async ({ res }) => {
    setCacheHeaders(res, publicPolicy)
    return { redirect: { destination: '/search', permanent: false } }
  })
  expect(response.headers.get('location')).toBe('/search')
  expect(cacheHeadersOf(response)).toEqual(noStore)
})

test('does not cache a redirect that reaches the router as a 200', async () => {
  const init = { headers: { 'x-nextjs-data': '1' } }
  const page = await requestPage(
    async ({ res }) => {
      setCacheHeaders(res, publicPolicy)
      return { redirect: { destination: '/search', permanent: false } }
    },
    { init },
  )
  expect(page.response.status).toBe(200)
  expect(cacheHeadersOf(page.response)).toEqual(noStore)

  const upstream = github(200, { full_name: 'newco/rocket' })
  const renamed = await requestPage(stars, { init, upstream })
  expect(renamed.response.status).toBe(200)
  expect(cacheHeadersOf(renamed.response)).toEqual(noStore)
})

test('does not find a renamed repository that its path does not name', async () => {
  const page: Page = async ({ github }) => ({ props: await github.getRepo('acme', 'rocket') })
  const { response, text } = await requestPage(page, {
    upstream: github(200, { full_name: 'newco/rocket' }),
    routeParams: {},
    path: '/learn/first-page',
  })
  expect(response.status).toBe(404)
  expect(JSON.parse(text)).toEqual({ notFound: true })
  expect(cacheHeadersOf(response)).toEqual(brief(30))
})

test.each([
  [401, {}, 401, { kind: 'unauthorized' }, null],
  [403, {}, 403, { kind: 'forbidden' }, null],
  [418, {}, 503, { kind: 'malformed' }, '30'],
  [451, {}, 451, { kind: 'blocked' }, null],
  [429, { 'retry-after': '90' }, 503, { kind: 'rate-limited', until: expect.any(String) }, '90'],
  [500, {}, 503, { kind: 'unreachable' }, '30'],
  [200, {}, 503, { kind: 'malformed' }, '30'],
])('shows a %i with %o to the visitor as a %i', async (status, headers, shown, failure, retry) => {
  const { response, text } = await requestPage(stars, { upstream: github(status, {}, headers) })
  expect(response.status).toBe(shown)
  expect(JSON.parse(text)).toEqual({
    failure: { ...failure, status: shown, requestId: expect.any(String) },
    frame,
  })
  expect(response.headers.get('retry-after')).toBe(retry)
  expect(cacheHeadersOf(response)).toEqual(noStore)
})

test('rethrows an error that is not GitHub’s, and does not cache it', async () => {
  const { response, text } = await requestPage(async ({ res }) => {
    setCacheHeaders(res, publicPolicy)
    throw new TypeError('a bug')
  })
  expect(response.status).toBe(500)
  expect(JSON.parse(text)).toEqual({ error: 'TypeError: a bug' })
  expect(cacheHeadersOf(response)).toEqual(noStore)
})

test('sends an error in full to a request with an entity tag', async () => {
  const init = { headers: { 'if-none-match': '*' } }
  const broken = await requestPage(
    async ({ res }) => {
      setCacheHeaders(res, publicPolicy)
      throw new TypeError('a bug')
    },
    { init },
  )
  expect(broken.response.status).toBe(500)
  expect(cacheHeadersOf(broken.response)).toEqual(noStore)

  const unreachable = await requestPage(
    async ({ github, res }) => {
      setCacheHeaders(res, publicPolicy)
      return { props: await github.getRepo('acme', 'rocket') }
    },
    { init, upstream: github(500, {}) },
  )
  expect(unreachable.response.status).toBe(503)
  expect(cacheHeadersOf(unreachable.response)).toEqual(noStore)
})

const budget = { CLIENT_ADDRESS_HEADER: 'x-real-ip', CLIENT_HOURLY_BUDGET: '1' }

/** Reads a repository twice, with a panel below it. */
async function starsAndLanguages(request: PageRequest<Params>) {
  const { github, panel, params, res } = request
  const { owner = '', repo = '' } = params
  const languages = await panel(github.getLanguages(owner, repo))
  setCacheHeaders(res, publicPolicy)
  return { props: { ...(await stars(request)).props, languages } }
}

test('responds with 429 and a time to a client that has used its budget', async () => {
  const { response, text } = await requestPage(starsAndLanguages, {
    env: budget,
    init: { headers: { 'x-real-ip': '192.0.2.1' } },
  })
  expect(response.status).toBe(429)
  expect(JSON.parse(text)).toEqual({
    failure: {
      kind: 'too-many-requests',
      until: expect.any(String),
      status: 429,
      requestId: expect.any(String),
    },
    frame: expect.any(Object),
  })
  expect(response.headers.get('retry-after')).toMatch(/^3[56]\d\d$/)
  expect(cacheHeadersOf(response)).toEqual(noStore)
})

test('counts no request without the header of a trusted proxy', async () => {
  const init = { headers: { 'x-real-ip': '192.0.2.1', 'x-forwarded-for': '192.0.2.1' } }
  const env = { CLIENT_HOURLY_BUDGET: '1' }
  const { response } = await requestPage(starsAndLanguages, { env, init })
  expect(response.status).toBe(200)
})

test('caches a page with an unavailable panel briefly, and never serves it stale', async () => {
  const { response, text } = await requestPage(
    async ({ github, panel, res }) => {
      const commits = await panel(github.getCommitActivity('acme', 'rocket'))
      setCacheHeaders(res, publicPolicy)
      return { props: { commits } }
    },
    { upstream: github(202, {}) },
  )
  expect(response.status).toBe(200)
  expect(JSON.parse(text)).toEqual({ commits: { state: 'computing' }, frame })
  expect(cacheHeadersOf(response)).toEqual(brief(5))
  expect(response.headers.get('server-timing')).toContain(
    `page-cache-control;desc="${publicHeaders['cache-control']}"`,
  )
})

test('does not cache a private page with an unavailable panel', async () => {
  const { response } = await requestPage(
    async ({ github, panel, res }) => {
      const commits = await panel(github.getCommitActivity('acme', 'rocket'))
      setCacheHeaders(res, { scope: 'private' })
      return { props: { commits } }
    },
    { upstream: github(202, {}) },
  )
  expect(response.status).toBe(200)
  expect(cacheHeadersOf(response)).toEqual(noStore)
})
