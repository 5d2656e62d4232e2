import { expect, test } from 'vitest'
import { githubReturning } from '../test-support/github.ts'

const later = (seconds: number) => String(Date.parse('2026-06-01T12:00:00Z') / 1000 + seconds)

test.each([
  [401, 'unauthorized'],
  [403, 'forbidden'],
  [404, 'not-found'],
  [410, 'gone'],
  [451, 'blocked'],
  [400, 'invalid-request'],
  [409, 'invalid-request'],
  [422, 'invalid-request'],
  [500, 'unreachable'],
  [502, 'unreachable'],
  [503, 'unreachable'],
  [304, 'malformed'],
])('classifies a bare %i as "%s"', async (status, kind) => {
  const { getRepo } = githubReturning({ status, body: status === 304 ? undefined : {} })
  await expect(getRepo('acme', 'rocket')).rejects.toMatchObject({
    name: 'GitHubError',
    message: `GitHub responded ${status} to GET /repos/acme/rocket: ${kind}`,
    kind,
    status,
    path: '/repos/acme/rocket',
    until: undefined,
    fullName: undefined,
  })
})

test('classifies a 403 that names a block as blocked, even at the end of the quota', async () => {
  const { getRepo } = githubReturning({
    status: 403,
    body: { message: 'Repository access blocked', block: { reason: 'tos' } },
    headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': later(600) },
  })
  await expect(getRepo('acme', 'rocket')).rejects.toMatchObject({ kind: 'blocked', status: 403 })
})

test('classifies a 403 with requests remaining as forbidden', async () => {
  const { listContributors } = githubReturning({
    status: 403,
    body: { message: 'The history or contributor list is too large to list contributors' },
    headers: { 'x-ratelimit-remaining': '58', 'x-ratelimit-reset': later(600) },
  })
  await expect(listContributors('acme', 'rocket')).rejects.toMatchObject({ kind: 'forbidden' })
})

test.each([
  ['retry-after', { 'retry-after': '90' }, {}, '2026-06-01T12:01:30.000Z'],
  [
    'retry-after before the reset',
    { 'retry-after': '5', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': later(600) },
    {},
    '2026-06-01T12:00:05.000Z',
  ],
  [
    'the reset, with no request left',
    { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': later(600) },
    {},
    '2026-06-01T12:10:00.000Z',
  ],
  [
    'a minute, if only the message names the limit',
    { 'x-ratelimit-remaining': '58', 'x-ratelimit-reset': later(600) },
    { message: 'You have exceeded a secondary rate limit.' },
    '2026-06-01T12:01:00.000Z',
  ],
  ['an hour at most', { 'retry-after': '315360000' }, {}, '2026-06-01T13:00:00.000Z'],
  [
    'an hour at most, if the clocks are years apart',
    { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': later(315_360_000) },
    {},
    '2026-06-01T13:00:00.000Z',
  ],
  [
    'a second, if the reset is past',
    { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': later(-600) },
    {},
    '2026-06-01T12:00:01.000Z',
  ],
  ['a second, if retry-after is 0', { 'retry-after': '0' }, {}, '2026-06-01T12:00:01.000Z'],
])('waits for %s, after a 403 or a 429', async (_rule, headers, body, until) => {
  for (const status of [403, 429]) {
    const { getRepo } = githubReturning({ status, body, headers })
    await expect(getRepo('acme', 'rocket')).rejects.toMatchObject({
      message: `GitHub responded ${status} to GET /repos/acme/rocket: rate-limited`,
      kind: 'rate-limited',
      status,
      until,
    })
  }
})

test.each([
  {},
  { 'retry-after': 'Mon, 01 Jun 2026 13:00:00 GMT' },
  { 'retry-after': '-5' },
  { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': 'soon' },
])('waits a minute after a 429 that names no time: %o', async (headers) => {
  const { getRepo } = githubReturning({ status: 429, body: {}, headers })
  await expect(getRepo('acme', 'rocket')).rejects.toMatchObject({
    kind: 'rate-limited',
    until: '2026-06-01T12:01:00.000Z',
  })
})

test.each([
  [null],
  [[]],
  ['rate limit'],
  [7],
  [{ message: null }],
  [{ message: { rate: 'limit' } }],
])('classifies a 403 with the body %o as forbidden', async (body) => {
  const { getRepo } = githubReturning({ status: 403, body })
  await expect(getRepo('acme', 'rocket')).rejects.toMatchObject({ kind: 'forbidden', status: 403 })
})

test('does not repeat the text of GitHub’s error', async () => {
  const { getRepo } = githubReturning({ status: 404, body: { message: '<b>Not Found</b>' } })
  await expect(getRepo('acme', 'rocket')).rejects.toThrow(
    /^GitHub responded 404 to GET \/repos\/acme\/rocket: not-found$/,
  )
})
