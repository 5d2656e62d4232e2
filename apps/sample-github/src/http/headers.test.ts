import { expect, test } from 'vitest'
import { as, iso, midnight, now, origin, sample } from '../test-support.ts'

const etag = expect.stringMatching(/^W\/"[0-9a-f]{64}"$/)
const seconds = Math.floor(now() / 1000)
const cacheable = { 'cache-control': 'private, max-age=60, s-maxage=60', etag }
const vary =
  'Accept, Authorization, Cookie, X-GitHub-OTP, Accept-Encoding, Accept, X-Requested-With'

function httpDate(milliseconds: number): string {
  return new Date(milliseconds).toUTCString()
}

const accountUpdated = { 'last-modified': httpDate(midnight(3)) }
const pushed = { 'last-modified': httpDate(midnight()) }

function quota(resource: string, limit: number, used: number, windowSeconds: number) {
  return {
    'x-ratelimit-limit': String(limit),
    'x-ratelimit-remaining': String(limit - used),
    'x-ratelimit-used': String(used),
    'x-ratelimit-reset': String(seconds + windowSeconds),
    'x-ratelimit-resource': resource,
  }
}

const core = quota('core', 5_000, 1, 3_600)

/** The headers of every recording; the server adds the date and the length. */
const recorded = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers':
    'ETag, Link, Location, Retry-After, X-GitHub-OTP, X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Used, X-RateLimit-Resource, X-RateLimit-Reset, X-OAuth-Scopes, X-Accepted-OAuth-Scopes, X-Poll-Interval, X-GitHub-Media-Type, X-GitHub-SSO, X-GitHub-Request-Id, Deprecation, Sunset',
  'content-security-policy': "default-src 'none'",
  'content-type': 'application/json; charset=utf-8',
  'referrer-policy': 'origin-when-cross-origin, strict-origin-when-cross-origin',
  server: 'GitHub.com',
  'strict-transport-security': 'max-age=31536000; includeSubdomains; preload',
  vary,
  'x-accepted-oauth-scopes': '',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'deny',
  'x-github-api-version-selected': '2022-11-28',
  'x-github-media-type': 'github.v3; format=json',
  'x-github-request-id': '5A3B:1E:000001',
  'x-oauth-scopes': 'repo',
  'x-sample-github': '1',
  'x-xss-protection': '0',
}

const uncached = { 'cache-control': 'no-cache' }
const errorVary = { vary: 'Accept-Encoding, Accept, X-Requested-With' }
const rocket = `${origin}/repositories/297040578`

test.each([
  ['the root', '/', { ...cacheable, ...core }],
  [
    'a repository',
    '/repos/acme/rocket',
    { ...cacheable, ...core, 'last-modified': expect.stringMatching(/ GMT$/) },
  ],
  ['the languages', '/repos/acme/rocket/languages', { ...cacheable, ...core, ...pushed }],
  ['an organization', '/orgs/acme', { ...cacheable, ...core, ...accountUpdated }],
  ['a user', '/users/nova', { ...cacheable, ...core, ...accountUpdated }],
  ['the authenticated user', '/user', { ...cacheable, ...core, ...accountUpdated }],
  ['a readme', '/repos/acme/rocket/readme', { ...cacheable, ...core, ...pushed }],
  [
    'a release',
    '/repos/acme/rocket/releases/latest',
    { ...cacheable, ...core, 'last-modified': expect.stringMatching(/ GMT$/) },
  ],
  [
    'a list of commits',
    '/repos/acme/rocket/commits?per_page=100&page=1',
    {
      ...cacheable,
      ...core,
      ...pushed,
      link: expect.stringContaining(`<${rocket}/commits?per_page=100&page=2>; rel="next"`),
    },
  ],
  [
    'a list of issues',
    '/repos/acme/rocket/issues?per_page=3',
    {
      ...cacheable,
      ...core,
      link: `<${rocket}/issues?per_page=3&page=2>; rel="next", <${rocket}/issues?per_page=3&page=90>; rel="last"`,
    },
  ],
  ['a comparison', '/repos/nova/rocket/compare/main...main', { ...cacheable, ...core }],
  ['a search', '/search/issues?q=repo:nova/rocket', { ...uncached, ...quota('search', 30, 1, 60) }],
  ['the rate limits', '/rate_limit', { ...uncached, ...quota('core', 5_000, 0, 3_600) }],
  [
    'a redirect',
    '/repos/acme/old-name',
    { ...core, ...errorVary, location: expect.stringMatching(/\/repositories\/\d+$/) },
  ],
  ['an error', '/repos/acme/nothing', { ...core, ...errorVary }],
])('has the recorded headers with a token: %s', async (_kind, path, headers) => {
  const response = await sample()(path, as('ann'))

  expect(Object.fromEntries(response.headers)).toEqual({ ...recorded, ...headers })
})

const { 'x-oauth-scopes': _, 'x-accepted-oauth-scopes': __, ...recordedWithoutToken } = recorded

test.each([
  [
    'the languages',
    '/repos/acme/rocket/languages',
    {
      ...pushed,
      ...quota('core', 60, 1, 3_600),
      'cache-control': 'public, max-age=60, s-maxage=60',
      etag,
    },
  ],
  ['a search', '/search/issues?q=repo:nova/rocket', { ...uncached, ...quota('search', 10, 1, 60) }],
  ['the rate limits', '/rate_limit', { ...uncached, ...quota('core', 60, 0, 3_600) }],
])('has the recorded headers without a token: %s', async (_kind, path, headers) => {
  const response = await sample({ isAnonymous: true })(path)

  expect(Object.fromEntries(response.headers)).toEqual({ ...recordedWithoutToken, ...headers })
})

test('an Enterprise Server has no rate limits and no community profile', async () => {
  const request = sample({ basePath: '/api/v3' })
  const repo = await request('/api/v3/repos/acme/rocket')
  const limits = await request('/api/v3/rate_limit')

  expect([...repo.headers.keys()].filter((name) => name.startsWith('x-ratelimit'))).toEqual([])
  expect(repo.headers.get('x-github-enterprise-version')).toBe('enterprise-server@3.17.0')
  expect(limits.status).toBe(404)
  expect(await limits.json()).toEqual({
    message: 'Rate limiting is not enabled.',
    documentation_url: 'https://docs.github.com/rest/rate-limit/rate-limit',
    status: '404',
  })
  expect((await request('/api/v3/repos/acme/rocket/community/profile')).status).toBe(404)
})

test.each([
  ['the time of the last change', midnight(), 304],
  ['a later time', midnight() + 1_000, 304],
  ['an earlier time', midnight() - 1_000, 200],
])('compares If-Modified-Since with Last-Modified: %s', async (_name, time, status) => {
  const headers = { 'if-modified-since': httpDate(time) }

  expect((await sample()('/repos/acme/rocket/languages', { headers })).status).toBe(status)
})

test('ignores an invalid If-Modified-Since, and any with an If-None-Match', async () => {
  const request = sample()
  const responses = [
    await request('/repos/acme/rocket/languages', { headers: { 'if-modified-since': iso(0) } }),
    await request('/repos/acme/rocket/languages', { headers: { 'if-modified-since': 'today' } }),
    await request('/repos/acme/rocket/languages', {
      headers: { 'if-modified-since': httpDate(now()), 'if-none-match': '"other"' },
    }),
  ]

  expect(responses.map((response) => response.status)).toEqual([200, 200, 200])
})

test.each([
  ['github_pat_sample_ann', null, 5],
  ['ghp_sample_ben', 'public_repo, read:org', 90],
  ['sample-token-cyd', 'repo', null],
])('reports the scopes and the expiration of %s', async (token, scopes, days) => {
  const authorization = `Bearer ${token}`
  const { headers } = await sample()('/user', { headers: { authorization } })
  expect(headers.get('x-oauth-scopes')).toBe(scopes)
  const expiration = headers.get('github-authentication-token-expiration')
  const date = days === null ? null : new Date(now() + days * 86_400_000).toISOString()
  expect(expiration).toBe(date && `${date.slice(0, 10)} ${date.slice(11, 19)} UTC`)
})
