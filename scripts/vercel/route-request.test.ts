import { expect, test } from 'vitest'
import { type Route, requireKnownRules, routeError, routeRequest } from './route-request.ts'

const routes: Route[] = [
  { src: '^/(.+)/$', headers: { Location: '/$1' }, status: 308, continue: true },
  { src: '/(.*)', headers: { 'Cache-Control': 'private, no-store' }, continue: true },
  { src: '/404', status: 404, continue: true },
  { handle: 'filesystem' },
  { src: '/data/(.*)', dest: '/data/$1', check: true },
  { handle: 'resource' },
  { src: '/.*', status: 404 },
  { handle: 'miss' },
  { src: '/static/.+', dest: '/missing.txt', status: 404, check: true },
  { handle: 'rewrite' },
  { src: '^/data/(?<owner>[^/]+)\\.json$', dest: '/[owner]?nxtPowner=$owner' },
  {
    src: '^/(?<owner>[^/]+)$',
    dest: '/preview?owner=$owner',
    has: [{ type: 'cookie', key: 'preview', value: 'on' }],
    check: true,
  },
  { src: '^/(?<owner>[^/]+)$', dest: '/[owner]?nxtPowner=$owner', check: true },
  { handle: 'hit' },
  { src: '/(.*)', headers: { 'x-matched-path': '/$1' }, continue: true, important: true },
  { handle: 'error' },
  { src: '/.*', dest: '/404', status: 404 },
  { src: '/.*', dest: '/500', status: 500 },
]

const resources = ['/about', '/404', '/500', '/missing.txt', '/[owner]', '/preview']
const find = (path: string) => resources.find((resource) => resource === path)

async function route(target: string, headers: Record<string, string> = {}) {
  const found = await routeRequest(routes, { method: 'GET', target, headers }, { find })
  if (found instanceof Response) throw new Error('There is no middleware')
  const { resource, status, query } = found
  return {
    resource,
    status,
    query: String(query),
    headers: Object.fromEntries(found.headers),
    importantHeaders: Object.fromEntries(found.importantHeaders),
  }
}

const noStore = { 'cache-control': 'private, no-store' }

test('a path that exists is served with the headers of the rules before', async () => {
  expect(await route('/about?tab=1')).toEqual({
    resource: '/about',
    status: undefined,
    query: 'tab=1',
    headers: noStore,
    importantHeaders: { 'x-matched-path': '/about' },
  })
})

test('a dynamic route receives its parameters in the query', async () => {
  const { resource, query, importantHeaders } = await route('/acme?tab=1')
  expect([resource, query]).toEqual(['/[owner]', 'tab=1&nxtPowner=acme'])
  expect(importantHeaders).toEqual({ 'x-matched-path': '/[owner]' })
  expect((await route('/data/acme.json')).query).toBe('nxtPowner=acme')
})

test('a rule with conditions applies only if they are met', async () => {
  expect((await route('/acme', { cookie: 'a=b; preview=on' })).resource).toBe('/preview')
  expect((await route('/acme', { cookie: 'preview=off' })).resource).toBe('/[owner]')
})

test('a redirect leads to its location and to no resource', async () => {
  const { resource, status, headers } = await route('/about/')
  expect([resource, status, headers.location]).toEqual([undefined, 308, '/about'])
})

test('what does not exist is the page or the file of the error', async () => {
  expect(await route('/a/b')).toMatchObject({ resource: '/404', status: 404 })
  expect(await route('/static/a.js')).toMatchObject({ resource: '/missing.txt', status: 404 })
  expect(routeError(routes, 500, find)).toBe('/500')
})

test('the response of a middleware replaces everything else', async () => {
  const refused = new Response('Denied', { status: 401 })
  const withMiddleware: Route[] = [
    { src: '^.*$', middlewarePath: '/_middleware', continue: true },
    ...routes,
  ]
  const request = { method: 'GET', target: '/about', headers: {} }
  const runMiddleware = async (path: string) => (path === '/_middleware' ? refused : undefined)
  expect(await routeRequest(withMiddleware, request, { find, runMiddleware })).toBe(refused)
})

test('a rule that the router would not obey is an error', () => {
  const rule = { src: '/', transforms: [] }
  expect(() => requireKnownRules([rule])).toThrow('Unknown in the routing table: transforms')
  expect(() => requireKnownRules(routes)).not.toThrow()
})
