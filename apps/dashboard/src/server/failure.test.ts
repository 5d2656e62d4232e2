import { GitHubError, type GitHubErrorKind, type Restriction } from '@repo/github'
import { expect, test } from 'vitest'
import { type Failure, failureOf, setFailure } from './failure.ts'
import { startServer } from './test-support.ts'

const until = '2026-06-01T12:10:00.000Z'

test.each<[GitHubErrorKind, Failure | undefined]>([
  ['blocked', { kind: 'blocked' }],
  ['unauthorized', { kind: 'unauthorized' }],
  ['forbidden', { kind: 'forbidden' }],
  ['rate-limited', { kind: 'rate-limited', until }],
  ['unreachable', { kind: 'unreachable' }],
  ['malformed', { kind: 'malformed' }],
  ['overloaded', { kind: 'overloaded' }],
  ['too-large', { kind: 'too-large' }],
  ['computing', { kind: 'computing' }],
  ['unsearchable', { kind: 'unreachable' }],
  ['not-found', undefined],
  ['gone', undefined],
  ['renamed', undefined],
])('shows "%s" to the visitor as %o', (kind, failure) => {
  expect(failureOf(new GitHubError(kind, { path: '/', until }))).toEqual(failure)
})

test.each<[Restriction, Failure]>([
  [
    'sso',
    {
      kind: 'forbidden',
      restriction: 'sso',
      ssoUrl: 'https://github.com/settings/connections',
    },
  ],
  ['token-policy', { kind: 'forbidden', restriction: 'token-policy' }],
  ['ip-address', { kind: 'forbidden', restriction: 'ip-address' }],
])('names to a viewer the restriction "%s" of their token', (restriction, failure) => {
  const error = new GitHubError('forbidden', { status: 403, path: '/', restriction })
  expect(failureOf(error, 'private')).toEqual(failure)
  expect(failureOf(error)).toEqual({ kind: 'forbidden' })
})

test('links to where GitHub authorizes the token', () => {
  const url = 'https://github.com/orgs/acme/sso?authorization_request=AZSC'
  const details = { status: 403, path: '/', restriction: 'sso', sso: { url } } as const
  expect(failureOf(new GitHubError('forbidden', details), 'private')).toEqual({
    kind: 'forbidden',
    restriction: 'sso',
    ssoUrl: url,
  })
})

test.each([
  [422, '/search/repositories?q=stars%3Ax', 'invalid-request'],
  [400, '/search/issues?q=is%3Aopen', 'invalid-request'],
  [418, '/search/repositories?q=rocket', 'malformed'],
  [418, '/repos/acme/rocket', 'malformed'],
  [422, '/repos/acme/search', 'malformed'],
])('shows a %i to %s as "%s"', (status, path, kind) => {
  expect(failureOf(new GitHubError('invalid-request', { status, path }))).toEqual({ kind })
})

test('names the search limit when a search is rate limited', () => {
  const path = '/search/repositories?q=user%3Aacme'
  expect(failureOf(new GitHubError('rate-limited', { path, until }))).toEqual({
    kind: 'rate-limited',
    until,
    resource: 'search',
  })
})

test('shows a rate limit without an end as unreachable', () => {
  const ofViewer = new GitHubError('rate-limited', { path: '/user/repos', until })
  expect(failureOf(ofViewer, 'private')).toEqual({ kind: 'rate-limited', until, isViewers: true })
  expect(failureOf(new GitHubError('rate-limited', { path: '/' }))).toEqual({ kind: 'unreachable' })
})

test.each<[Failure, number, object]>([
  [{ kind: 'method-not-allowed' }, 405, { allow: 'GET, HEAD' }],
  [{ kind: 'blocked' }, 451, {}],
  [{ kind: 'overloaded' }, 503, { 'retry-after': '5' }],
  [{ kind: 'too-large' }, 503, { 'retry-after': '30' }],
  [{ kind: 'unauthorized' }, 401, { 'www-authenticate': 'Bearer realm="GitHub"' }],
  [
    { kind: 'invalid-credentials', message: 'No' },
    401,
    {
      'www-authenticate': 'Bearer realm="GitHub", error="invalid_token", error_description="No"',
    },
  ],
  [{ kind: 'forbidden' }, 403, {}],
  [{ kind: 'invalid-request' }, 400, {}],
  [{ kind: 'rate-limited', until }, 503, { 'retry-after': '600' }],
  [{ kind: 'rate-limited', until: '2026-06-01T12:00:00.001Z' }, 503, { 'retry-after': '1' }],
  [{ kind: 'rate-limited', until: '2026-06-01T11:00:00.000Z' }, 503, { 'retry-after': '1' }],
  [{ kind: 'unreachable' }, 503, { 'retry-after': '30' }],
  [{ kind: 'malformed' }, 503, { 'retry-after': '30' }],
])('responds to %o with %i and %o', async (failure, status, headers) => {
  const { url } = await startServer((_request, response) => {
    response.sendDate = false
    setFailure(response, failure, Date.parse('2026-06-01T12:00:00Z'))
    response.end()
  })
  const response = await fetch(url)
  const {
    connection,
    'keep-alive': _,
    'content-length': __,
    ...rest
  } = Object.fromEntries(response.headers)
  expect(response.status).toBe(status)
  expect(rest).toEqual(headers)
})
