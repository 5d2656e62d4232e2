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
  [
    'You have triggered an abuse detection mechanism. Please wait a few minutes before you try again.',
    'https://docs.github.com/enterprise-server@3.17/rest/overview/resources-in-the-rest-api#abuse-rate-limits',
  ],
  ['You have triggered an abuse detection mechanism and have been temporarily blocked.', undefined],
  [
    'Maximum number of login attempts exceeded. Please try again later.',
    'https://docs.github.com/rest',
  ],
  [
    'Please wait a few minutes before you try again.',
    'https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api#about-secondary-rate-limits',
  ],
])('waits a minute after the secondary rate limit "%s"', async (message, documentation_url) => {
  const body = { message, documentation_url }
  const { getRepo } = githubReturning({ status: 403, body })
  await expect(getRepo('acme', 'rocket')).rejects.toMatchObject({
    kind: 'rate-limited',
    status: 403,
    until: '2026-06-01T12:01:00.000Z',
  })
})

const viewerToken = 'gho_ann_0123456789'

test.each([
  [
    'sso',
    'Resource protected by organization SAML enforcement. You must grant your Personal Access token access to this organization.',
  ],
  [
    'sso',
    'Resource protected by organization SAML enforcement. You must grant your OAuth token access to an organization within this enterprise.',
  ],
  [
    'token-policy',
    '`acme` forbids access via a personal access token (classic). Please use a GitHub App, OAuth App, or a personal access token with fine-grained permissions.',
  ],
  ['token-policy', '`acme` forbids access via a fine-grained personal access token.'],
  [
    'token-policy',
    "The 'acme' organization forbids access via a fine-grained personal access tokens if the token's lifetime is greater than 366 days. Please adjust your token's lifetime at the following URL: https://github.com/settings/personal-access-tokens/1",
  ],
  [
    'app-policy',
    'Although you appear to have the correct authorization credentials, the `acme` organization has enabled OAuth App access restrictions, meaning that data access to third-parties is limited.',
  ],
  [
    'ip-address',
    'Although you appear to have the correct authorization credentials, the `acme` organization has an IP allow list enabled, and 192.0.2.7 is not permitted to access this resource.',
  ],
  ['account-suspended', 'Sorry. Your account was suspended.'],
])('names the restriction "%s" of a viewer’s token: %s', async (restriction, message) => {
  const { getRepo } = githubReturning(
    {
      status: 403,
      body: { message, documentation_url: 'https://docs.github.com/rest' },
      // The last request of the hour is forbidden all the same.
      headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': later(600) },
    },
    { viewerToken },
  )
  await expect(getRepo('acme', 'rocket')).rejects.toMatchObject({
    message: 'GitHub responded 403 to GET /repos/acme/rocket: forbidden',
    kind: 'forbidden',
    status: 403,
    restriction,
    sso: undefined,
    until: undefined,
  })
})

test('carries the URL at which GitHub authorizes the token for single sign-on', async () => {
  const url = 'https://github.test/orgs/acme/sso?authorization_request=AZSC'
  const { getRepo } = githubReturning(
    { status: 403, body: {}, headers: { 'x-github-sso': `required; url=${url}` } },
    { viewerToken },
  )
  await expect(getRepo('acme', 'rocket')).rejects.toMatchObject({
    kind: 'forbidden',
    restriction: 'sso',
    sso: { url },
  })
})

test('takes the URL of the website that is configured, and of no other', async () => {
  const url = 'https://pages.test/orgs/acme/sso'
  const response = { status: 403, headers: { 'x-github-sso': `required; url=${url}` } }
  const configured = githubReturning(response, { viewerToken, webUrl: 'https://pages.test' })
  await expect(configured.getRepo('acme', 'rocket')).rejects.toMatchObject({ sso: { url } })
  const other = githubReturning(response, { viewerToken })
  await expect(other.getRepo('acme', 'rocket')).rejects.toMatchObject({
    restriction: 'sso',
    sso: undefined,
  })
})

test.each([
  'The history or contributor list is too large to list contributors for this repository.',
  'Resource not accessible by personal access token',
  'Must have admin rights to Repository.',
])('names no restriction for "%s"', async (message) => {
  const { getRepo } = githubReturning({ status: 403, body: { message } }, { viewerToken })
  await expect(getRepo('acme', 'rocket')).rejects.toMatchObject({
    kind: 'forbidden',
    restriction: undefined,
  })
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

test.each([
  ['seconds', '90', '2026-06-01T12:01:30.000Z'],
  ['a date', 'Mon, 01 Jun 2026 12:01:30 GMT', '2026-06-01T12:01:30.000Z'],
  ['an hour at most', '86400', '2026-06-01T13:00:00.000Z'],
  ['no time if it is past', 'Mon, 01 Jun 2026 11:00:00 GMT', undefined],
  ['no time if it is invalid', 'soon', undefined],
])('reads Retry-After of a 503 as %s', async (_form, retryAfter, until) => {
  const { getRepo } = githubReturning(
    { status: 503, headers: { 'retry-after': retryAfter } },
    { pause: async () => {} },
  )
  await expect(getRepo('acme', 'rocket')).rejects.toMatchObject({ kind: 'unreachable', until })
})
