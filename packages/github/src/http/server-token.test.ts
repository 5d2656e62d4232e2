import { expect, test } from 'vitest'
import { createWorld, deferred, rocket } from '../test-support/world.ts'

const noon = '2026-06-01T12:00:00.000Z'
const token = 'ghp_server'
const saml = { message: 'Resource protected by organization SAML enforcement.' }
const failure = (status: number, body: object = {}) => Response.json(body, { status })
const hasToken = ({ headers }: Request) => headers.has('authorization')
const pathOf = ({ url }: Request) => url.slice('https://github.test'.length)

const quota = (limit: number, remaining: number) => ({
  'x-ratelimit-limit': String(limit),
  'x-ratelimit-remaining': String(remaining),
  'x-ratelimit-reset': String(Date.parse(noon) / 1000 + 600),
  'x-ratelimit-resource': 'core',
})

/** A GitHub that forbids the token for acme, and returns the quota of each identity. */
function forbidsAcme(request: Request): Response {
  if (!hasToken(request)) return rocket(1, quota(60, 50))
  if (/\/(?:repos|users)\/acme\b/i.test(request.url)) return failure(403, saml)
  return Response.json({ full_name: 'nova/rocket' }, { headers: quota(5000, 4000) })
}

/** The requests in order: the path, and whether it was sent with the token. */
const sent = (requests: Request[]) =>
  requests.map((request) => `${pathOf(request)}${hasToken(request) ? ' with token' : ''}`)

test.each([
  'Resource protected by organization SAML enforcement. You must grant your Personal Access token access to this organization.',
  '`acme` forbids access via a personal access token (classic). Please use a GitHub App.',
  'The `acme` organization has an IP allow list enabled, and 192.0.2.7 is not permitted.',
  "The 'acme' organization forbids access via a fine-grained personal access tokens if the token's lifetime is greater than 366 days.",
  'The `acme` organization has enabled OAuth App access restrictions.',
  'Sorry. Your account was suspended.',
])('reads a public repository without the token after "%s"', async (message) => {
  const { stars, requests } = createWorld(
    (request) => (hasToken(request) ? failure(403, { message }) : rocket(1)),
    { token },
  )
  expect(await stars()).toEqual({ stars: 1, asOf: noon })
  expect(sent(requests)).toEqual(['/repos/acme/rocket with token', '/repos/acme/rocket'])
})

test('sends no token for the owner for an hour, and then sends it again', async () => {
  const { stars, client, clock, requests } = createWorld(forbidsAcme, { token })
  await stars()
  const github = client.forRequest()
  await github.getRepo('ACME', 'other').catch(() => {})
  await github.getOwner('acme').catch(() => {})
  await github.getRepo('nova', 'rocket')
  const query = { kind: 'issue', state: 'open', sort: 'newest', page: 1 } as const
  await github.listIssuesOrPulls('acme', 'rocket', query).catch(() => {})
  clock.advance(3599)
  await stars()
  clock.advance(3600)
  await stars()
  expect(client.status().isTokenRejected).toBe(false)
  expect(sent(requests).map((line) => line.replace(/\?.*?(?= |$)/, ''))).toEqual([
    '/repos/acme/rocket with token',
    '/repos/acme/rocket',
    '/repos/ACME/other',
    '/users/acme',
    '/repos/nova/rocket with token',
    '/search/issues',
    '/repos/acme/rocket',
    '/repos/acme/rocket with token',
    '/repos/acme/rocket',
  ])
})

test('keeps the quotas with and without the token apart', async () => {
  const { stars, client, requests, respondWith, clock } = createWorld(forbidsAcme, { token })
  await stars()
  await client.forRequest().getRepo('nova', 'rocket')
  const { quotas } = client.status()
  expect(quotas).toEqual([
    { resource: 'core', limit: 5000, remaining: 4000, resetsAt: '2026-06-01T12:10:00.000Z' },
  ])

  // The last request without a token stops requests without one only.
  respondWith((request) => (hasToken(request) ? forbidsAcme(request) : rocket(2, quota(60, 0))))
  clock.advance(60)
  await client
    .forRequest()
    .getOwner('acme')
    .catch(() => {})
  await expect(client.forRequest().getLanguages('acme', 'rocket')).rejects.toMatchObject({
    kind: 'rate-limited',
    until: '2026-06-01T12:10:00.000Z',
  })
  await client
    .forRequest()
    .getOwner('nova')
    .catch(() => {})
  expect(sent(requests).at(-1)).toBe('/users/nova with token')
})

test('sends only essential requests for an owner that is read without the token', async () => {
  const { stars, client, requests } = createWorld(forbidsAcme, { token })
  await stars()
  const github = client.forRequest()
  await expect(github.getChecks('acme', 'rocket')).rejects.toMatchObject({
    kind: 'needs-token',
  })
  await github.getChecks('nova', 'rocket').catch(() => {})
  expect(
    sent(requests)
      .slice(2)
      .every((line) => line.startsWith('/repos/nova/')),
  ).toBe(true)
})

test('does not send another 403 again without the token', async () => {
  const { stars, requests } = createWorld(
    () => failure(403, { message: 'Resource not accessible by personal access token' }),
    { token },
  )
  await expect(stars()).rejects.toMatchObject({ kind: 'forbidden', restriction: undefined })
  expect(sent(requests)).toEqual(['/repos/acme/rocket with token'])
})

test('throws what GitHub responds without the token', async () => {
  const { stars } = createWorld(
    (request) => (hasToken(request) ? failure(403, saml) : failure(404)),
    { token },
  )
  await expect(stars()).rejects.toMatchObject({ kind: 'not-found', restriction: undefined })
})

test('never sends a viewer’s request without their token', async () => {
  const { stars, requests } = createWorld(forbidsAcme, { token })
  const viewer = { viewerToken: 'gho_ann_0123456789' }
  await expect(stars(viewer)).rejects.toMatchObject({ kind: 'forbidden', restriction: 'sso' })
  expect(requests.map(({ headers }) => headers.get('authorization'))).toEqual([
    'token gho_ann_0123456789',
  ])
  // Nor does it withhold the server's token from the owner.
  await stars()
  expect(requests[1]?.headers.get('authorization')).toBe('token ghp_server')
})

/** A GitHub that rejects the token for acme/rocket. */
function rejectsRocket(rateLimit: () => Response | Promise<Response>) {
  return (request: Request) => {
    if (pathOf(request) === '/rate_limit') return rateLimit()
    return hasToken(request) && pathOf(request).startsWith('/repos/acme/rocket')
      ? failure(401)
      : rocket(1)
  }
}

test.each([
  ['quotas', 200],
  ['404, as an Enterprise Server without rate limits', 404],
])('reads one repository without a token that is valid: %s', async (_rule, status) => {
  const { stars, client, clock, requests } = createWorld(
    rejectsRocket(() => failure(status, { resources: {} })),
    { token },
  )
  expect(await stars()).toEqual({ stars: 1, asOf: noon })
  await client
    .forRequest()
    .getLanguages('acme', 'rocket')
    .catch(() => {})
  await client.forRequest().getLanguages('acme', 'other')
  clock.advance(3599)
  await stars()
  clock.advance(3600)
  await stars()
  expect(client.status().isTokenRejected).toBe(false)
  expect(sent(requests)).toEqual([
    '/repos/acme/rocket with token',
    '/rate_limit with token',
    '/repos/acme/rocket',
    '/repos/acme/rocket/languages',
    '/repos/acme/other/languages with token',
    '/repos/acme/rocket',
    '/repos/acme/rocket with token',
    '/rate_limit with token',
    '/repos/acme/rocket',
  ])
})

test('checks the token once for concurrent requests', async () => {
  const { promise, resolve } = deferred<Response>()
  const { client, requests } = createWorld(
    rejectsRocket(() => promise),
    { token },
  )
  const github = client.forRequest()
  const reads = Promise.all([
    github.getRepo('acme', 'rocket'),
    github.getReadme('acme', 'rocket').catch(() => {}),
    github.getLanguages('acme', 'rocket').catch(() => {}),
  ])
  await expect.poll(() => sent(requests).includes('/rate_limit with token')).toBe(true)
  resolve(Response.json({ resources: {} }))
  await reads
  expect(sent(requests).filter((line) => line.startsWith('/rate_limit'))).toHaveLength(1)
  expect(requests).toHaveLength(7)
})

test('puts the token aside for everything when GitHub rejects it for the quotas too', async () => {
  const { stars, client, requests } = createWorld(
    rejectsRocket(() => failure(401)),
    { token },
  )
  expect(await stars()).toEqual({ stars: 1, asOf: noon })
  expect(client.status().isTokenRejected).toBe(true)
  await client.forRequest().getLanguages('acme', 'other')
  expect(sent(requests)).toEqual([
    '/repos/acme/rocket with token',
    '/rate_limit with token',
    '/repos/acme/rocket',
    '/repos/acme/other/languages',
  ])
})

test.each([500, 403, 429])(
  'keeps the token, and checks it again in a minute, after a check that fails with %i',
  async (status) => {
    const { stars, client, clock, requests } = createWorld(
      rejectsRocket(() => failure(status)),
      { token },
    )
    await stars()
    expect(client.status().isTokenRejected).toBe(false)
    clock.advance(59)
    await client
      .forRequest()
      .getLanguages('acme', 'rocket')
      .catch(() => {})
    clock.advance(1)
    await stars()
    // Stale data is returned before the check has ended.
    await expect
      .poll(() => sent(requests))
      .toEqual([
        '/repos/acme/rocket with token',
        '/rate_limit with token',
        '/repos/acme/rocket',
        '/repos/acme/rocket/languages',
        '/repos/acme/rocket with token',
        '/rate_limit with token',
        '/repos/acme/rocket',
      ])
  },
)

test('remembers a bounded number of owners', async () => {
  const { client, requests } = createWorld(
    (request) =>
      hasToken(request) ? failure(403, saml) : Response.json({ login: pathOf(request).slice(7) }),
    { token },
  )
  for (let index = 0; index <= 1000; index++) await client.forRequest().getOwner(`o${index}`)
  requests.length = 0
  await client
    .forRequest()
    .getRepo('o1000', 'x')
    .catch(() => {})
  await client
    .forRequest()
    .getRepo('o0', 'x')
    .catch(() => {})
  expect(sent(requests)).toEqual(['/repos/o1000/x', '/repos/o0/x with token', '/repos/o0/x'])
})
