import { GitHubError, type GitHubErrorKind } from '@repo/github'
import { expect, test } from 'vitest'
import { type Failure, failureOf, setFailure } from './failure.ts'
import { serverAnswering } from './test-support.ts'

const until = '2026-06-01T12:10:00.000Z'

test.each<[GitHubErrorKind, Failure | undefined]>([
  ['blocked', { kind: 'blocked' }],
  ['unauthorized', { kind: 'unauthorized' }],
  ['forbidden', { kind: 'forbidden' }],
  ['invalid-request', { kind: 'refused' }],
  ['rate-limited', { kind: 'limited', until }],
  ['unreachable', { kind: 'unreachable' }],
  ['malformed', { kind: 'unreachable' }],
  ['computing', { kind: 'unreachable' }],
  ['not-found', undefined],
  ['gone', undefined],
  ['renamed', undefined],
])('tells the visitor of "%s" as %o', (kind, failure) => {
  expect(failureOf(new GitHubError(kind, { path: '/', until }))).toEqual(failure)
})

test('tells which limit is spent where it is that of the searches', () => {
  const path = '/search/repositories?q=user%3Aacme'
  expect(failureOf(new GitHubError('rate-limited', { path, until }))).toEqual({
    kind: 'limited',
    until,
    resource: 'search',
  })
})

test('takes a limit without an end for unreachable', () => {
  expect(failureOf(new GitHubError('rate-limited', { path: '/' }))).toEqual({ kind: 'unreachable' })
})

test.each<[Failure, number, object]>([
  [{ kind: 'method' }, 405, { allow: 'GET, HEAD' }],
  [{ kind: 'blocked' }, 451, {}],
  [{ kind: 'unauthorized' }, 401, { 'www-authenticate': 'Bearer realm="GitHub"' }],
  [
    { kind: 'credential', why: 'No' },
    401,
    {
      'www-authenticate': 'Bearer realm="GitHub", error="invalid_token", error_description="No"',
    },
  ],
  [{ kind: 'forbidden' }, 403, {}],
  [{ kind: 'refused' }, 400, {}],
  [{ kind: 'limited', until }, 503, { 'retry-after': '600' }],
  [{ kind: 'limited', until: '2026-06-01T12:00:00.001Z' }, 503, { 'retry-after': '1' }],
  [{ kind: 'limited', until: '2026-06-01T11:00:00.000Z' }, 503, { 'retry-after': '1' }],
  [{ kind: 'unreachable' }, 503, { 'retry-after': '30' }],
])('answers %o with %i and %o', async (failure, status, headers) => {
  const { url } = await serverAnswering((_request, response) => {
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
