import { expect, test } from 'vitest'
import { deferred, stoppedClock } from '../test-support/world.ts'
import { createRateLimit } from './rate-limit.ts'
import type { GitHubRequest } from './request.ts'
import { createUpstream } from './upstream.ts'

const token = 'ghp_server'
const saml = { message: 'Resource protected by organization SAML enforcement.' }
const failure = (status: number, body: object = {}) => Response.json(body, { status })
const hasToken = ({ headers }: Request) => headers.has('authorization')
const pathOf = ({ url }: Request) => url.slice('https://github.test'.length)

const quota = (limit: number, remaining: number) => ({
  'x-ratelimit-limit': String(limit),
  'x-ratelimit-remaining': String(remaining),
  'x-ratelimit-reset': String(Date.parse('2026-06-01T12:10:00Z') / 1000),
  'x-ratelimit-resource': 'core',
})
const resetsAt = '2026-06-01T12:10:00.000Z'

const below = (resource: string) => (owner: string, repo: string) =>
  ({ route: `GET /repos/{owner}/{repo}${resource}`, params: { owner, repo } }) as const
const repo = below('')
const languages = below('/languages')
const owner = (username: string) =>
  ({ route: 'GET /users/{username}', params: { username } }) as const
const issues = (q: string) => ({ route: 'GET /search/issues{?q}', params: { q } }) as const

/** What sends requests to a GitHub, with the server's token and a stopped clock. */
function createSender(respond: (request: Request) => Response | Promise<Response>) {
  const { now, advance } = stoppedClock()
  const requests: Request[] = []
  const github = { respond }
  const upstream = createUpstream({
    baseUrl: 'https://github.test',
    token,
    now,
    pause: async () => {},
    fetch: async (...args) => {
      const request = new Request(...args)
      requests.push(request)
      return github.respond(request)
    },
  })
  const identity = { key: 'public', rateLimit: createRateLimit(now) }
  const viewer = { key: 'viewer', token: 'gho_ann', rateLimit: createRateLimit(now) }
  return {
    github,
    upstream,
    identity,
    viewer,
    advance,
    requests,
    /** Returns the status, or the kind of the error. */
    async send(request: GitHubRequest, as: typeof identity | typeof viewer = identity) {
      const batch = upstream.createBatch()
      const context = { identity: as, batch, deadline: now() + 4000, canRetry: true }
      return upstream.request(request, context).then(
        ({ status }) => status,
        ({ kind }) => kind,
      )
    },
    /** The requests in order: the path, and whether it was sent with a token. */
    sent: () => requests.map((one) => `${pathOf(one)}${hasToken(one) ? ' with token' : ''}`),
  }
}

/** A GitHub that forbids tokens for acme, and reports the quota of each identity. */
function forbidsAcme(request: Request): Response {
  if (!hasToken(request)) return Response.json({}, { headers: quota(60, 50) })
  if (/\/acme\b/i.test(request.url)) return failure(403, saml)
  return Response.json({}, { headers: quota(5000, 4000) })
}

test.each([
  'Resource protected by organization SAML enforcement. You must grant your Personal Access token access to this organization.',
  '`acme` forbids access via a personal access token (classic). Please use a GitHub App.',
  'The `acme` organization has an IP allow list enabled, and 192.0.2.7 is not permitted.',
  "The 'acme' organization forbids access via a fine-grained personal access tokens if the token's lifetime is greater than 366 days.",
  'The `acme` organization has enabled OAuth App access restrictions.',
  'Sorry. Your account was suspended.',
])('requests without the token after "%s"', async (message) => {
  const { send, sent } = createSender((request) =>
    hasToken(request) ? failure(403, { message }) : Response.json({}),
  )
  expect(await send(repo('acme', 'rocket'))).toBe(200)
  expect(sent()).toEqual(['/repos/acme/rocket with token', '/repos/acme/rocket'])
})

test('sends no token for the owner for an hour, and then sends it again', async () => {
  const { send, sent, advance, upstream } = createSender(forbidsAcme)
  await send(repo('acme', 'rocket'))
  await send(languages('ACME', 'other'))
  await send(owner('acme'))
  await send(issues('is:issue repo:acme/rocket'))
  await send(issues('user:"acme"'))
  await send(repo('nova', 'rocket'))
  advance(3599)
  await send(repo('acme', 'rocket'))
  advance(1)
  await send(repo('acme', 'rocket'))
  expect(upstream.isTokenRejected()).toBe(false)
  expect(sent()).toEqual([
    '/repos/acme/rocket with token',
    '/repos/acme/rocket',
    '/repos/ACME/other/languages',
    '/users/acme',
    '/search/issues?q=is%3Aissue%20repo%3Aacme%2Frocket',
    '/search/issues?q=user%3A%22acme%22',
    '/repos/nova/rocket with token',
    '/repos/acme/rocket',
    '/repos/acme/rocket with token',
    '/repos/acme/rocket',
  ])
})

test('limits requests with and without the token independently', async () => {
  const { send, sent, github, identity, upstream } = createSender(forbidsAcme)
  await send(repo('acme', 'rocket'))
  await send(repo('nova', 'rocket'))
  expect(upstream.quotas(identity)).toEqual([
    { resource: 'core', limit: 5000, remaining: 4000, resetsAt },
  ])
  expect(await upstream.isUnauthenticated(repo('acme', 'rocket'), identity)).toBe(true)
  expect(await upstream.isUnauthenticated(repo('nova', 'rocket'), identity)).toBe(false)

  github.respond = (request) =>
    hasToken(request) ? forbidsAcme(request) : Response.json({}, { headers: quota(60, 0) })
  // The last request of the hour without a token.
  expect(await send(repo('acme', 'rocket'))).toBe(200)
  expect(await send(languages('acme', 'rocket'))).toBe('rate-limited')
  expect(upstream.limitedUntil(repo('acme', 'rocket'), identity)).toBe(resetsAt)
  expect(upstream.limitedUntil(repo('nova', 'rocket'), identity)).toBeUndefined()
  expect(await send(languages('nova', 'rocket'))).toBe(200)
  expect(sent().at(-1)).toBe('/repos/nova/rocket/languages with token')
})

test('does not repeat another 403 without the token', async () => {
  const { send, sent } = createSender(() =>
    failure(403, { message: 'Resource not accessible by personal access token' }),
  )
  expect(await send(repo('acme', 'rocket'))).toBe('forbidden')
  expect(sent()).toEqual(['/repos/acme/rocket with token'])
})

test('throws what GitHub responds without the token', async () => {
  const { send } = createSender((request) =>
    hasToken(request) ? failure(403, saml) : failure(404),
  )
  expect(await send(repo('acme', 'rocket'))).toBe('not-found')
})

test('never sends a viewer’s request without their token', async () => {
  const { send, sent, requests, viewer } = createSender(forbidsAcme)
  expect(await send(repo('acme', 'rocket'), viewer)).toBe('forbidden')
  expect(requests[0]?.headers.get('authorization')).toBe('token gho_ann')
  // The server's own token may be allowed what the viewer's is not, and the reverse.
  await send(repo('acme', 'rocket'))
  expect(await send(repo('acme', 'rocket'), viewer)).toBe('forbidden')
  expect(sent()).toEqual([
    '/repos/acme/rocket with token',
    '/repos/acme/rocket with token',
    '/repos/acme/rocket',
    '/repos/acme/rocket with token',
  ])
})

/** A GitHub that rejects the token for acme/rocket. */
function rejectsRocket(rateLimit: () => Response | Promise<Response>) {
  return (request: Request) => {
    if (pathOf(request) === '/rate_limit') return rateLimit()
    const isRocket = pathOf(request).startsWith('/repos/acme/rocket')
    return isRocket && hasToken(request) ? failure(401) : Response.json({})
  }
}

test.each([
  ['quotas', 200],
  ['404, as an Enterprise Server without rate limits', 404],
])('requests one repository without a token that is valid: %s', async (_rule, status) => {
  const { send, sent, advance, upstream } = createSender(rejectsRocket(() => failure(status)))
  expect(await send(repo('acme', 'rocket'))).toBe(200)
  await send(languages('acme', 'Rocket'))
  await send(repo('acme', 'other'))
  advance(3599)
  await send(repo('acme', 'rocket'))
  advance(1)
  await send(repo('acme', 'rocket'))
  expect(upstream.isTokenRejected()).toBe(false)
  expect(sent()).toEqual([
    '/repos/acme/rocket with token',
    '/rate_limit with token',
    '/repos/acme/rocket',
    '/repos/acme/Rocket/languages',
    '/repos/acme/other with token',
    '/repos/acme/rocket',
    '/repos/acme/rocket with token',
    '/rate_limit with token',
    '/repos/acme/rocket',
  ])
})

test('checks the token once for concurrent requests', async () => {
  const { promise, resolve } = deferred<Response>()
  const { send, sent } = createSender(rejectsRocket(() => promise))
  const statuses = Promise.all(
    ['', '/readme', '/languages'].map((resource) => send(below(resource)('acme', 'rocket'))),
  )
  await expect.poll(() => sent().includes('/rate_limit with token')).toBe(true)
  resolve(Response.json({}))
  expect(await statuses).toEqual([200, 200, 200])
  expect(sent().toSorted()).toEqual([
    '/rate_limit with token',
    '/repos/acme/rocket',
    '/repos/acme/rocket with token',
    '/repos/acme/rocket/languages',
    '/repos/acme/rocket/languages with token',
    '/repos/acme/rocket/readme',
    '/repos/acme/rocket/readme with token',
  ])
})

test('withholds the token from everything when GitHub rejects it for the quotas too', async () => {
  const { send, sent, advance, upstream } = createSender(rejectsRocket(() => failure(401)))
  expect(await send(repo('acme', 'rocket'))).toBe(200)
  expect(upstream.isTokenRejected()).toBe(true)
  await send(repo('nova', 'rocket'))
  advance(600)
  expect(upstream.isTokenRejected()).toBe(false)
  await send(repo('nova', 'rocket'))
  expect(sent()).toEqual([
    '/repos/acme/rocket with token',
    '/rate_limit with token',
    '/repos/acme/rocket',
    '/repos/nova/rocket',
    '/repos/nova/rocket with token',
  ])
})

test('needs no second check when the quotas themselves are rejected', async () => {
  const { send, sent, upstream } = createSender(rejectsRocket(() => failure(401)))
  expect(await send({ route: 'GET /rate_limit', params: {} })).toBe('unauthorized')
  expect(upstream.isTokenRejected()).toBe(true)
  expect(sent()).toEqual(['/rate_limit with token', '/rate_limit'])
})

test.each([500, 403, 429])(
  'checks the token again after a minute when a check fails with %i',
  async (status) => {
    const { send, sent, advance, upstream } = createSender(rejectsRocket(() => failure(status)))
    await send(repo('acme', 'rocket'))
    expect(upstream.isTokenRejected()).toBe(false)
    advance(59)
    await send(repo('acme', 'rocket'))
    advance(1)
    await send(repo('acme', 'rocket'))
    expect(sent()).toEqual([
      '/repos/acme/rocket with token',
      '/rate_limit with token',
      '/repos/acme/rocket',
      '/repos/acme/rocket',
      '/repos/acme/rocket with token',
      '/rate_limit with token',
      '/repos/acme/rocket',
    ])
  },
)

test('stores a bounded number of owners, and drops the oldest', async () => {
  const { send, sent, requests } = createSender((request) =>
    hasToken(request) ? failure(403, saml) : Response.json({}),
  )
  for (let index = 0; index <= 1000; index++) await send(owner(`o${index}`))
  requests.length = 0
  await send(repo('o1000', 'x'))
  await send(repo('o0', 'x'))
  expect(sent()).toEqual(['/repos/o1000/x', '/repos/o0/x with token', '/repos/o0/x'])
})
