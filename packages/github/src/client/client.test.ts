import { expect, test } from 'vitest'
import { createIdentities } from '../http/identities.ts'
import { createWorld, deferred, rocket, withPublicRepos } from '../test-support/world.ts'

const noon = '2026-06-01T12:00:00.000Z'
const ann = { viewerToken: 'gho_ann_0123456789' }
const bob = { viewerToken: 'gho_bob_0123456789' }

// Each token sees another number of stars.
function starsOf({ headers }: Request): Response {
  const seenBy = new Map([
    [`token ${ann.viewerToken}`, 1],
    [`token ${bob.viewerToken}`, 2],
    ['token ghp_server', 3],
  ])
  return rocket(seenBy.get(headers.get('authorization') ?? '') ?? 4, { etag: '"e"' })
}

/** The requests but those for the viewer, which come first. */
const withoutViewers = (requests: Request[]) =>
  requests.filter(({ url }) => !url.endsWith('github.test/user'))

test('requests with the reader’s own token, and never shares a viewer’s data', async () => {
  const { stars, requests } = createWorld(starsOf, { token: 'ghp_server' })
  for (const _time of ['cold', 'warm']) {
    expect(await stars(ann)).toEqual({ stars: 1, asOf: noon })
    expect(await stars(bob)).toEqual({ stars: 2, asOf: noon })
    expect(await stars()).toEqual({ stars: 3, asOf: noon })
  }
  expect(withoutViewers(requests)).toHaveLength(3)
})

test('does not coalesce reads of different identities', async () => {
  const { stars, requests } = createWorld(starsOf)
  const all = await Promise.all([ann, bob, {}, ann, bob, {}].map((request) => stars(request)))
  expect(all.map((one) => one.stars)).toEqual([1, 2, 4, 1, 2, 4])
  expect(withoutViewers(requests)).toHaveLength(3)
})

test('stores a viewer’s data in the viewer store, under keys without the token', async () => {
  const { stars, shared, viewer } = createWorld(starsOf)
  await stars(ann)
  expect([...shared.entries]).toEqual([])
  expect([...viewer.entries.keys()]).toEqual([
    expect.stringMatching(/^viewer [0-9a-f]{64} 0 https:\/\/github\.test\/repos\/acme\/rocket$/),
  ])
  expect(JSON.stringify([...viewer.entries])).not.toContain('gho_')

  await stars()
  expect([...shared.entries.keys()]).toEqual(['public https://github.test/repos/acme/rocket'])
  expect(viewer.entries.size).toBe(1)
})

test('caches a viewer’s errors in the viewer store too', async () => {
  const { stars, shared, viewer } = createWorld(() => Response.json({}, { status: 404 }))
  await expect(stars(ann)).rejects.toMatchObject({ kind: 'not-found' })
  expect(shared.entries.size).toBe(0)
  expect(viewer.entries.size).toBe(1)
})

test('finds nothing of a session that has ended, even with the same token', async () => {
  const { stars, client, requests } = createWorld(starsOf)
  await stars(ann)
  await stars(bob)
  await client.endSession(ann.viewerToken)
  expect(await stars(ann)).toEqual({ stars: 1, asOf: noon })
  expect(await stars(bob)).toEqual({ stars: 2, asOf: noon })
  expect(withoutViewers(requests).map(({ headers }) => headers.get('authorization'))).toEqual([
    'token gho_ann_0123456789',
    'token gho_bob_0123456789',
    'token gho_ann_0123456789',
  ])
  // Nor is the entity tag of the earlier session sent.
  expect(requests.at(-1)?.headers.get('if-none-match')).toBe(null)
})

test('finds nothing of another process for a viewer', async () => {
  const { stars, createSecondClient, requests } = createWorld(starsOf)
  await stars(ann)
  await stars(ann, createSecondClient())
  expect(withoutViewers(requests)).toHaveLength(2)
})

test('does not coalesce requests of two processes', async () => {
  const { promise, resolve } = deferred<void>()
  const { stars, createSecondClient, requests } = createWorld(async () => {
    await promise
    return rocket(1)
  })
  const reads = [stars(), stars(), stars({}, createSecondClient())]
  await expect.poll(() => requests.length).toBe(2)
  resolve()
  expect((await Promise.all(reads)).map((read) => read.stars)).toEqual([1, 1, 1])
  expect(requests).toHaveLength(2)
})

test('shares the wait of a rate-limited resource with another process, but not the rate limit', async () => {
  const { stars, client, createSecondClient, requests } = createWorld(() =>
    Response.json({}, { status: 429, headers: { 'retry-after': '60' } }),
  )
  const second = createSecondClient()
  const isLimited = { kind: 'rate-limited' }
  await expect(stars()).rejects.toMatchObject(isLimited)
  await expect(stars({}, second)).rejects.toMatchObject(isLimited)
  await expect(client.forRequest().getOwner('ann')).rejects.toMatchObject(isLimited)
  expect(requests).toHaveLength(1)

  await expect(second.forRequest().getOwner('ann')).rejects.toMatchObject(isLimited)
  expect(requests).toHaveLength(2)
})

test('stores a bounded number of sessions, and reads again for the oldest', async () => {
  const { identify } = createIdentities(() => 0, 2)
  const keys = []
  for (const token of ['a', 'b', 'a', 'c', 'a', 'b']) keys.push((await identify(token)).key)
  const [a, b, a2, c, a3, b2] = keys
  expect(new Set([a, b, c, b2]).size).toBe(4)
  expect([a2, a3]).toEqual([a, a])
})

test('does not fall back to public data when GitHub rejects a viewer’s token', async () => {
  const { stars, client, clock, requests, respondWith } = createWorld(starsOf, {
    token: 'ghp_server',
  })
  await stars(ann)
  clock.advance(3600)
  respondWith(({ headers }) =>
    headers.get('authorization') === `token ${ann.viewerToken}`
      ? Response.json({}, { status: 401 })
      : rocket(3),
  )
  for (const _time of ['first', 'second']) {
    await expect(stars(ann)).rejects.toMatchObject({ kind: 'unauthorized', status: 401 })
  }
  expect(client.status().isTokenRejected).toBe(false)
  expect(withoutViewers(requests)).toHaveLength(2)
  expect(await stars()).toMatchObject({ stars: 3 })
})

test('serves a viewer no stale data once GitHub has rejected the token', async () => {
  const { stars, clock, respondWith } = createWorld(starsOf)
  await stars(ann)
  clock.advance(60)
  respondWith(() => Response.json({}, { status: 401 }))
  expect(await stars(ann)).toEqual({ stars: 1, asOf: noon, stale: 'revalidating' })
  await expect.poll(() => stars(ann).catch(({ kind }) => kind)).toBe('unauthorized')
})

test('continues for other identities when one is rate limited', async () => {
  const { stars, client, respondWith } = createWorld(() =>
    Response.json({}, { status: 429, headers: { 'retry-after': '60' } }),
  )
  await expect(stars(ann)).rejects.toMatchObject({ kind: 'rate-limited' })
  respondWith(starsOf)
  await expect(client.forRequest(ann).getOwner('acme')).rejects.toMatchObject({
    kind: 'rate-limited',
  })
  expect(await stars(bob)).toEqual({ stars: 2, asOf: noon })
  expect(await stars()).toEqual({ stars: 4, asOf: noon })
})

const secret = { full_name: 'acme/secret', private: true }
const open = { full_name: 'acme/open', private: false }

test('returns a private repository to the viewer only', async () => {
  const { client, shared } = createWorld(() => Response.json(secret), { token: 'ghp_server' })
  expect(await client.forRequest(ann).getRepo('acme', 'secret')).toMatchObject({
    data: { fullName: 'acme/secret' },
  })
  await expect(client.forRequest().getRepo('acme', 'secret')).rejects.toMatchObject({
    message: 'GitHub responded 404 to GET /repos/acme/secret: not-found',
    kind: 'not-found',
    status: 404,
  })
  expect([...shared.entries.keys()]).toEqual(['error public https://github.test/repos/acme/secret'])
})

test('drops a repository that has become private', async () => {
  const { client, clock, respondWith } = createWorld(() => Response.json(open), {
    token: 'ghp_server',
  })
  const read = () => client.forRequest().getRepo('acme', 'open')
  await read()
  clock.advance(600)
  respondWith(() => Response.json({ ...open, private: true }))
  await expect(read()).rejects.toMatchObject({ kind: 'not-found' })
  clock.advance(30)
  respondWith(() => Response.json({}, { status: 500 }))
  await expect(read()).rejects.toMatchObject({ kind: 'unreachable' })
})

test('leaves private repositories out of public lists and results', async () => {
  const { client, shared } = createWorld(
    ({ url }) =>
      url.includes('/search/')
        ? Response.json({ total_count: 2, items: [secret, open] })
        : Response.json([secret, open]),
    { token: 'ghp_server' },
  )
  async function names(request = {}) {
    const github = client.forRequest(request)
    const list = await github.listOwnerRepos('acme', { sort: 'pushed', page: 1 })
    const found = await github.searchRepos({ q: 'acme', sort: 'stars', page: 1 })
    return [list, found].map(({ data }) => data.items.map(({ fullName }) => fullName))
  }
  expect(await names()).toEqual([['acme/open'], ['acme/open']])
  expect(await names(ann)).toEqual([
    ['acme/secret', 'acme/open'],
    ['acme/secret', 'acme/open'],
  ])
  expect(JSON.stringify([...shared.entries])).not.toContain('secret')
})

test('counts no private results publicly, and requests none', async () => {
  const { client, requests } = createWorld(
    () => Response.json({ total_count: 31, items: [secret, open] }),
    { token: 'ghp_server' },
  )
  const found = async (request = {}) => {
    const search = { q: 'is:private rocket', sort: 'stars', page: 2 } as const
    const { data } = await client.forRequest(request).searchRepos(search)
    return { total: data.total, lastPage: data.lastPage }
  }
  expect(await found()).toEqual({ total: 1, lastPage: 1 })
  expect(await found(ann)).toEqual({ total: 31, lastPage: 2 })
  expect(withoutViewers(requests).map(({ url }) => new URL(url).searchParams.get('q'))).toEqual([
    'is:public rocket',
    'is:private rocket',
  ])
})

test('counts cache lookups by result, over all requests', async () => {
  const { stars, client, clock, respondWith } = createWorld(starsOf)
  await Promise.all([stars(), stars(), stars(ann)])
  await stars()
  clock.advance(600)
  respondWith(() => new Response(null, { status: 304 }))
  await stars()
  clock.advance(60)
  await stars()
  expect(client.status()).toEqual({
    lookups: { hit: 1, stale: 1, miss: 2, revalidated: 1, coalesced: 1 },
    lastErrors: [],
    quotas: [],
    isTokenRejected: false,
  })
})

test('lists the last ten errors, newest first, without secrets', async () => {
  const { client, clock, requests } = createWorld(
    () => Response.json({ message: 'Unicorn gho_ann' }, { status: 403 }),
    { token: 'ghp_server' },
  )
  for (let n = 1; n <= 12; n++) {
    await expect(client.forRequest().getOwner(`acme${n}`)).rejects.toThrow('GitHub responded 403')
    clock.advance(1)
  }
  expect(requests).toHaveLength(12)
  const { lastErrors } = client.status()
  expect(lastErrors).toHaveLength(10)
  expect(lastErrors[0]).toEqual({
    at: '2026-06-01T12:00:11.000Z',
    kind: 'forbidden',
    status: 403,
    path: '/users/acme12',
  })
  expect(lastErrors[9]?.path).toBe('/users/acme3')
  expect(JSON.stringify(client.status())).not.toMatch(/gh[op]_|Unicorn/)
})

test('does not list a viewer’s errors', async () => {
  const { client } = createWorld(() => Response.json({}, { status: 500 }))
  await expect(client.forRequest(ann).getRepo('acme', 'secret')).rejects.toThrow('500')
  expect(client.status().lastErrors).toEqual([])
})

function quotaOf(limit: number, remaining: number) {
  return {
    'x-ratelimit-resource': 'core',
    'x-ratelimit-limit': String(limit),
    'x-ratelimit-remaining': String(remaining),
    'x-ratelimit-reset': String(Date.parse('2026-06-01T13:00:00Z') / 1000),
  }
}

test('sends only essential requests within a limit of sixty an hour', async () => {
  const { client, requests, stars } = createWorld(() => rocket(1, quotaOf(60, 59)))
  await stars()
  await expect(client.forRequest().listContributors('acme', 'rocket')).rejects.toMatchObject({
    kind: 'needs-token',
  })
  expect(requests).toHaveLength(1)
  expect(client.status().lastErrors).toEqual([])
})

test('sends optional requests only after the first response has reported the limit', async () => {
  const { client, requests } = createWorld(() => rocket(1, quotaOf(60, 59)))
  const github = client.forRequest()
  const [repo, contributors, readme] = await Promise.allSettled([
    github.getRepo('acme', 'rocket'),
    github.listContributors('acme', 'rocket'),
    github.getReadme('acme', 'rocket'),
  ])
  expect(repo.status).toBe('fulfilled')
  expect(contributors).toMatchObject({ reason: { kind: 'needs-token' } })
  expect(readme).toMatchObject({ reason: { kind: 'needs-token' } })
  expect(requests.map(({ url }) => url)).toEqual(['https://github.test/repos/acme/rocket'])
})

test('sends optional requests at once with a token', async () => {
  const { promise, resolve } = deferred<void>()
  const { client, requests } = createWorld(
    async ({ url }) => {
      if (!url.endsWith('rocket')) return Response.json([])
      await promise
      return rocket(1)
    },
    { token: 'ghp_server' },
  )
  const contributors = client.forRequest().listContributors('acme', 'rocket')
  await expect.poll(() => requests.length).toBe(2)
  resolve()
  expect((await contributors).data).toEqual([])
})

test('sends optional requests when the first request fails', async () => {
  const { client, requests } = createWorld(({ url }) =>
    url.endsWith('rocket') ? Response.json({}, { status: 500 }) : Response.json([]),
  )
  const github = client.forRequest()
  const [repo, contributors] = await Promise.allSettled([
    github.getRepo('acme', 'rocket'),
    github.listContributors('acme', 'rocket'),
  ])
  expect(repo).toMatchObject({ reason: { kind: 'unreachable' } })
  // Without its repository, nothing below it is public.
  expect(contributors).toMatchObject({ reason: { kind: 'unreachable' } })
  expect(requests).toHaveLength(2)
})

test('sends optional requests within a limit of five thousand', async () => {
  const { client, requests, stars } = createWorld((request) =>
    request.url.endsWith('rocket')
      ? rocket(1, quotaOf(5000, 4999))
      : Response.json([], { headers: quotaOf(5000, 4998) }),
  )
  await stars()
  await client.forRequest().listContributors('acme', 'rocket')
  // The repository is confirmed at the same time.
  expect(requests).toHaveLength(3)
})

test('requests the quotas while it waits for a reset', async () => {
  const { client, stars, respondWith } = createWorld(() => rocket(1, quotaOf(5000, 0)))
  await stars()
  respondWith(() => Response.json({ resources: { core: { limit: 5000, remaining: 0, reset: 1 } } }))
  expect((await client.forRequest().getRateLimit()).data).toEqual([
    { resource: 'core', limit: 5000, remaining: 0, resetsAt: '1970-01-01T00:00:01.000Z' },
  ])
})

test('stores a read below a repository after the read of the repository has timed out', async () => {
  const { promise, resolve } = deferred<Response>()
  const { client, shared } = createWorld(({ url }) =>
    url.endsWith('rocket') ? promise : Response.json({ Rust: 1 }),
  )
  const early = client.forRequest({ deadlineMs: 1 })
  await expect(early.getLanguages('acme', 'rocket')).rejects.toMatchObject({ kind: 'unreachable' })
  // A visitor with as little time does not replace the requests in flight.
  await expect(
    client.forRequest({ deadlineMs: 1 }).getLanguages('acme', 'rocket'),
  ).rejects.toMatchObject({ kind: 'unreachable' })
  resolve(rocket(1))
  await expect
    .poll(() => [...shared.entries.keys()].toSorted())
    .toEqual([
      'public https://github.test/repos/acme/rocket',
      'public https://github.test/repos/acme/rocket/languages',
    ])
})

test('requests a forbidden resource once a minute', async () => {
  const { client, clock, requests } = createWorld(
    withPublicRepos(() => Response.json({}, { status: 403 })),
  )
  const contributors = () => client.forRequest().listContributors('acme', 'monolith')
  const forbidden = () => requests.filter(({ url }) => url.includes('/contributors'))
  await expect(contributors()).rejects.toMatchObject({ kind: 'forbidden' })
  await expect(contributors()).rejects.toMatchObject({ kind: 'forbidden' })
  expect(forbidden()).toHaveLength(1)
  clock.advance(61)
  await expect(contributors()).rejects.toMatchObject({ kind: 'forbidden' })
  expect(forbidden()).toHaveLength(2)
})

const sso = { 'x-github-sso': 'partial-results; organizations=21955855,20582480' }

test('names the organizations that a viewer’s list leaves out, from the cache too', async () => {
  const { client, requests } = createWorld(() => Response.json([], { headers: sso }))
  const github = client.forRequest(ann)
  const partial = {
    data: { items: [], page: 1, hasNext: false, lastPage: 1 },
    asOf: noon,
    partial: true,
    ssoOrganizations: ['21955855', '20582480'],
  }
  for (const _time of ['cold', 'warm']) {
    expect(await github.listViewerRepos({ sort: 'pushed', page: 1 })).toEqual(partial)
  }
  expect(withoutViewers(requests)).toHaveLength(1)
})

test('never names the organizations of the server’s token', async () => {
  const { client } = createWorld(() => Response.json([], { headers: sso }), { token: 'ghp_server' })
  const repos = await client.forRequest().listOwnerRepos('acme', { sort: 'name', page: 1 })
  expect(repos).toEqual({
    data: { items: [], page: 1, hasNext: false, lastPage: 1 },
    asOf: noon,
    partial: true,
  })
})

test('names the restriction of a viewer’s token from the cache too', async () => {
  const url = 'https://github.test/orgs/acme/sso?authorization_request=AZSC'
  const { stars, requests } = createWorld(() =>
    Response.json({}, { status: 403, headers: { 'x-github-sso': `required; url=${url}` } }),
  )
  for (const _time of ['cold', 'warm']) {
    await expect(stars(ann)).rejects.toMatchObject({
      kind: 'forbidden',
      restriction: 'sso',
      sso: { url },
    })
  }
  expect(withoutViewers(requests)).toHaveLength(1)
})

const rejectAnn = ({ headers }: Request) =>
  headers.get('authorization') === `token ${ann.viewerToken}`
    ? Response.json({}, { status: 401 })
    : Response.json({ login: 'bob', full_name: 'acme/rocket', stargazers_count: 2 })

/** Reads what a page of a viewer reads; returns the kinds of the errors. */
async function kindsOfPage({ client }: ReturnType<typeof createWorld>, viewer = ann) {
  const github = client.forRequest(viewer)
  const reads = await Promise.allSettled([
    github.listViewerRepos({ sort: 'pushed', page: 1 }),
    github.getRepo('acme', 'rocket'),
    github.getViewer(),
    github.searchIssues({ q: 'is:open', page: 1 }),
  ])
  return new Set(reads.map((one) => (one.status === 'rejected' ? one.reason.kind : one.status)))
}

test('sends one request with a viewer’s token that GitHub rejects, and none for five minutes', async () => {
  const world = createWorld(rejectAnn)
  const { client, clock, requests } = world
  for (const _time of ['first', 'second']) {
    expect(await kindsOfPage(world)).toEqual(new Set(['unauthorized']))
    await client.endSession(ann.viewerToken)
  }
  clock.advance(299)
  expect(await kindsOfPage(world)).toEqual(new Set(['unauthorized']))
  expect(requests.map(({ url }) => url.slice(19))).toEqual(['/user'])

  clock.advance(1)
  await kindsOfPage(world)
  expect(requests.map(({ url }) => url.slice(19))).toEqual(['/user', '/user'])
})

test('starts all reads of a viewer’s page at once after GitHub has accepted the token', async () => {
  const { promise, resolve } = deferred<Response>()
  const { client, requests } = createWorld(({ url }) =>
    url.endsWith('/user') ? promise : rocket(2),
  )
  const github = client.forRequest(bob)
  const reads = Promise.all([github.getRepo('acme', 'rocket'), github.getViewer()])
  await expect.poll(() => requests.length).toBe(1)
  resolve(Response.json({ login: 'bob' }))
  const [repo, viewer] = await reads
  expect([repo.data.stars, viewer.data.login]).toEqual([2, 'bob'])

  await client
    .forRequest(bob)
    .getOwner('acme')
    .catch(() => {})
  expect(requests.map(({ url }) => url.slice(19))).toEqual([
    '/user',
    '/repos/acme/rocket',
    '/users/acme',
  ])
})

test.each([
  [403, { 'x-github-sso': 'required' }],
  [404, {}],
])('reads with a token that may not read the viewer: %i %o', async (status, headers) => {
  const { stars } = createWorld(({ url }) =>
    url.endsWith('/user') ? Response.json({}, { status, headers }) : rocket(2),
  )
  expect(await stars(bob)).toEqual({ stars: 2, asOf: noon })
})

test.each([
  ['Maximum number of login attempts exceeded. Please try again later.', 'rate-limited'],
  ['Forbidden', 'forbidden'],
])('sends only GET /user with a token after a 403 with "%s"', async (message, kind) => {
  const world = createWorld(() => Response.json({ message }, { status: 403 }))
  expect(await kindsOfPage(world)).toEqual(new Set([kind]))
  expect(world.requests.map(({ url }) => url.slice(19))).toEqual(['/user'])
})

test('stores a bounded number of rejected tokens', async () => {
  const { identify } = createIdentities(() => 0, 2)
  const verifications = []
  for (const token of ['a', 'b', 'c']) verifications.push((await identify(token)).verification)
  for (const verification of verifications) verification?.reject()
  expect(verifications.map((verification) => verification?.isRejected())).toEqual([
    false,
    true,
    true,
  ])
})
