import { setCacheHeaders } from '@repo/cache-headers'
import { expect, test } from 'vitest'
import { address, github, type Params, served } from './page-test-support.ts'
import type { PageRequest } from './serve-page.ts'
import { cachingOf } from './test-support.ts'

const frame = { source: 'sample', siteUrl: 'https://dashboard.test' }
const nobody = { 'cache-control': 'private, no-store' }
const everyone = { scope: 'public', sMaxAge: 60, staleWhileRevalidate: 600 } as const
const everyoneHeaders = {
  'cache-control': 'public, max-age=0, must-revalidate, s-maxage=60, stale-while-revalidate=600',
  'cdn-cache-control': 'max-age=60, stale-while-revalidate=600',
}
const aMoment = (seconds: number) => ({
  'cache-control': `public, max-age=0, must-revalidate, s-maxage=${seconds}`,
  'cdn-cache-control': `max-age=${seconds}`,
})

async function stars({ github, params: { owner = '', repo = '' }, res }: PageRequest<Params>) {
  const { data } = await github.getRepo(owner, repo)
  setCacheHeaders(res, everyone)
  return { props: { stars: data.stars } }
}

test("gives a page's props and the frame, and keeps the page's own policy", async () => {
  const { response, text, asked } = await served(stars)
  expect(response.status).toBe(200)
  expect(JSON.parse(text)).toEqual({ stars: 7, frame })
  expect(cachingOf(response)).toEqual(everyoneHeaders)
  expect(asked).toEqual(['/repos/acme/rocket'])
})

test('tells what was done by Server-Timing', async () => {
  const { response } = await served(stars)
  expect(response.headers.get('server-timing')).toMatch(
    /^github;dur=\d+;desc="200 miss \/repos\/acme\/rocket", cache;desc="Public: fresh for 1 min, then stale for 10 min while revalidating", cache-control;desc="public, max-age=0, must-revalidate, s-maxage=60, stale-while-revalidate=600", cdn-cache-control;desc="max-age=60, stale-while-revalidate=600", rendered;desc="[\dT:.-]+Z"$/,
  )
})

test.each([
  { owner: 'a.b', repo: 'rocket' },
  { owner: '-acme', repo: 'rocket' },
  { owner: '..', repo: 'rocket' },
  { owner: 'acme', repo: '..' },
  { owner: 'acme', repo: 'a/b' },
  { owner: 'acme', repo: '' },
  { owner: '' },
])('does not ask GitHub for %o, which it cannot have', async (routeParams) => {
  const { response, text, asked } = await served(stars, { routeParams })
  expect(response.status).toBe(404)
  expect(JSON.parse(text)).toEqual({ notFound: true })
  expect(cachingOf(response)).toEqual(aMoment(30))
  expect(asked).toEqual([])
})

test.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])('refuses %s unasked', async (method) => {
  const { response, text, asked } = await served(stars, { init: { method } })
  expect(response.status).toBe(405)
  expect(response.headers.get('allow')).toBe('GET, HEAD')
  expect(JSON.parse(text)).toEqual({ failure: { kind: 'method' }, frame: expect.any(Object) })
  expect(cachingOf(response)).toEqual(nobody)
  expect(asked).toEqual([])
})

test('answers HEAD as GET', async () => {
  const { response } = await served(stars, { init: { method: 'HEAD' } })
  expect(response.status).toBe(200)
  expect(cachingOf(response)).toEqual(everyoneHeaders)
})

test('lets GitHub\'s "not found" be kept for a moment', async () => {
  const { response, text } = await served(stars, { upstream: github(404, {}) })
  expect(response.status).toBe(404)
  expect(JSON.parse(text)).toEqual({ notFound: true })
  expect(cachingOf(response)).toEqual(aMoment(30))
})

test('lets a page\'s own "not found" be kept for a moment, whatever it set before', async () => {
  const { response } = await served(async ({ res }) => {
    setCacheHeaders(res, everyone)
    return { notFound: true }
  })
  expect(response.status).toBe(404)
  expect(cachingOf(response)).toEqual(aMoment(30))
})

test('sends a visitor of a renamed repository to the same page of its new name', async () => {
  const upstream = github(200, { full_name: 'NewCo/star-ship.js' })
  const path = `${address}/issues?owner=acme&state=open&repo=rocket&q=a%26b`
  const { response } = await served(stars, { upstream, path })
  expect(response.status).toBe(307)
  expect(response.headers.get('location')).toBe(
    '/repos/NewCo/star-ship.js/issues?state=open&q=a%26b',
  )
  expect(cachingOf(response)).toEqual(nobody)
})

test('sends a visitor of a renamed repository on without a search where there was none', async () => {
  const { response } = await served(stars, { upstream: github(200, { full_name: 'newco/rocket' }) })
  expect(response.headers.get('location')).toBe('/repos/newco/rocket')
})

test("lets nobody keep a page's own redirect, whatever it set before", async () => {
  const { response } = await served(async ({ res }) => {
    setCacheHeaders(res, everyone)
    return { redirect: { destination: '/search', permanent: false } }
  })
  expect(response.headers.get('location')).toBe('/search')
  expect(cachingOf(response)).toEqual(nobody)
})

test('lets nobody keep a redirect that goes to the router as a 200', async () => {
  const init = { headers: { 'x-nextjs-data': '1' } }
  const page = await served(
    async ({ res }) => {
      setCacheHeaders(res, everyone)
      return { redirect: { destination: '/search', permanent: false } }
    },
    { init },
  )
  expect(page.response.status).toBe(200)
  expect(cachingOf(page.response)).toEqual(nobody)

  const upstream = github(200, { full_name: 'newco/rocket' })
  const renamed = await served(stars, { init, upstream })
  expect(renamed.response.status).toBe(200)
  expect(cachingOf(renamed.response)).toEqual(nobody)
})

test.each([
  [401, {}, 401, { kind: 'unauthorized' }, null],
  [403, {}, 403, { kind: 'forbidden' }, null],
  [422, {}, 400, { kind: 'refused' }, null],
  [451, {}, 451, { kind: 'blocked' }, null],
  [429, { 'retry-after': '90' }, 503, { kind: 'limited', until: expect.any(String) }, '90'],
  [500, {}, 503, { kind: 'unreachable' }, '30'],
  [200, {}, 503, { kind: 'unreachable' }, '30'],
])('tells the visitor of a %i with %o by a %i', async (status, headers, shown, failure, retry) => {
  const { response, text } = await served(stars, { upstream: github(status, {}, headers) })
  expect(response.status).toBe(shown)
  expect(JSON.parse(text)).toEqual({ failure, frame })
  expect(response.headers.get('retry-after')).toBe(retry)
  expect(cachingOf(response)).toEqual(nobody)
})

test('lets an error that is not of GitHub pass, and nobody keep it', async () => {
  const { response, text } = await served(async ({ res }) => {
    setCacheHeaders(res, everyone)
    throw new TypeError('a bug')
  })
  expect(response.status).toBe(500)
  expect(JSON.parse(text)).toEqual({ error: 'TypeError: a bug' })
  expect(cachingOf(response)).toEqual(nobody)
})

test('says nothing public in a 304 that stands for a failure', async () => {
  const init = { headers: { 'if-none-match': '*' } }
  const broken = await served(
    async ({ res }) => {
      setCacheHeaders(res, everyone)
      throw new TypeError('a bug')
    },
    { init },
  )
  expect(broken.response.status).toBe(304)
  expect(cachingOf(broken.response)).toEqual(nobody)

  const unreachable = await served(
    async ({ github, res }) => {
      setCacheHeaders(res, everyone)
      return { props: await github.getRepo('acme', 'rocket') }
    },
    { init, upstream: github(500, {}) },
  )
  expect(unreachable.response.status).toBe(304)
  expect(cachingOf(unreachable.response)).toEqual(nobody)
})

test('keeps a page with an unready panel for a moment, and never stale', async () => {
  const { response, text } = await served(
    async ({ github, panel, res }) => {
      const commits = await panel(github.getCommitActivity('acme', 'rocket'))
      setCacheHeaders(res, everyone)
      return { props: { commits } }
    },
    { upstream: github(202, {}) },
  )
  expect(response.status).toBe(200)
  expect(JSON.parse(text)).toEqual({ commits: { state: 'computing' }, frame })
  expect(cachingOf(response)).toEqual(aMoment(5))
})

test('keeps a personal page with an unready panel from everybody', async () => {
  const { response } = await served(
    async ({ github, panel, res }) => {
      const commits = await panel(github.getCommitActivity('acme', 'rocket'))
      setCacheHeaders(res, { scope: 'private' })
      return { props: { commits } }
    },
    { upstream: github(202, {}) },
  )
  expect(response.status).toBe(200)
  expect(cachingOf(response)).toEqual(nobody)
})
