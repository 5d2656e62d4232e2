import type { RequestListener } from 'node:http'
import { setCacheHeaders } from '@repo/cache-headers'
import { expect, test } from 'vitest'
import { parsePage } from '#components/list-query.ts'
import type { PageRequest } from '#server/serve-page.ts'
import { github, type Params, requestPage } from '#server/test-request-page.ts'
import { cacheHeadersOf } from '#server/test-support.ts'
import { readOwners } from './read-owners.server.ts'
import { parseSearchRequest } from './search-request.ts'

const fresh = {
  'cache-control': 'public, max-age=0, must-revalidate, s-maxage=60, stale-while-revalidate=600',
  'cdn-cache-control': 'max-age=60, stale-while-revalidate=600',
}
const brief = {
  'cache-control': 'public, max-age=0, must-revalidate, s-maxage=5',
  'cdn-cache-control': 'max-age=5',
}

/** Searches repositories, and then their owners. */
async function search({ github, panel, query, res }: PageRequest<Params>) {
  const request = parseSearchRequest(query)
  const page = parsePage(query)
  await github.searchRepos({ q: request.githubQuery, sort: request.sort, page })
  setCacheHeaders(res, { scope: 'public', sMaxAge: 60, staleWhileRevalidate: 600 })
  return { props: { owners: await readOwners({ github, panel }, request, page) } }
}

function found(...logins: string[]) {
  const items = logins.map((login) => ({ login, type: 'User' }))
  return github(200, { total_count: logins.length, incomplete_results: false, items })
}

type Options = {
  respond?: RequestListener
  headers?: Record<string, string>
  env?: Record<string, string>
}

/** Searches at a GitHub that finds no repository, and responds to a search for owners. */
async function ownersOf(
  query: Record<string, string>,
  { respond = found('acme'), headers = {}, env = { GITHUB_TOKEN: 'ghp_server' } }: Options = {},
) {
  const upstream: RequestListener = (request, response) => {
    const isOwners = request.url?.startsWith('/search/users')
    const noRepositories = github(200, { total_count: 0, items: [] }, headers)
    return (isOwners ? respond : noRepositories)(request, response)
  }
  const { response, text, paths } = await requestPage(search, {
    path: `/search?${new URLSearchParams(query)}`,
    upstream,
    routeParams: {},
    env,
    init: { headers: { 'x-real-ip': '192.0.2.1' } },
  })
  return {
    caching: cacheHeadersOf(response),
    owners: JSON.parse(text).owners,
    requests: paths.filter((path) => path.startsWith('/search/users')),
  }
}

test('returns the logins of the first three owners that words find', async () => {
  const respond = found('acme', 'acme-labs', 'acme-two', 'acme-three')
  expect(await ownersOf({ q: ' acme rockets ' }, { respond })).toEqual({
    caching: fresh,
    owners: {
      state: 'ready',
      data: ['acme', 'acme-labs', 'acme-two'],
      asOf: expect.any(String),
    },
    requests: ['/search/users?q=acme%20rockets&per_page=4'],
  })
})

test.each([
  { q: 'stars:>5' },
  { q: '"acme"' },
  { q: 'acme OR nova' },
  { q: 'acme', language: 'Go' },
  { q: 'acme', type: 'repositories' },
  { q: 'acme', page: '2' },
])('sends no request for owners for %j', async (query) => {
  expect(await ownersOf(query)).toEqual({ caching: fresh, owners: null, requests: [] })
})

test('a search for owners that fails leaves the page, which is cached briefly', async () => {
  const respond = github(200, 'no list')
  expect(await ownersOf({ q: 'acme' }, { respond })).toEqual({
    caching: brief,
    owners: { state: 'unreadable' },
    requests: ['/search/users?q=acme&per_page=4'],
  })
})

test('a client over its budget gets the page without owners, which is cached briefly', async () => {
  const env = { CLIENT_ADDRESS_HEADER: 'x-real-ip', CLIENT_HOURLY_BUDGET: '1' }
  expect(await ownersOf({ q: 'acme' }, { env })).toEqual({
    caching: brief,
    owners: { state: 'overloaded' },
    requests: [],
  })
})

test('shows no panel without owners', async () => {
  expect(await ownersOf({ q: 'acme' }, { respond: found() })).toEqual({
    caching: fresh,
    owners: null,
    requests: ['/search/users?q=acme&per_page=4'],
  })
})

test('shows no panel where GitHub needs a token', async () => {
  const headers = {
    'x-ratelimit-limit': '60',
    'x-ratelimit-remaining': '50',
    'x-ratelimit-reset': '4102444800',
    'x-ratelimit-resource': 'core',
  }
  expect(await ownersOf({ q: 'acme' }, { headers, env: {} })).toMatchObject({
    owners: null,
    requests: [],
  })
})
