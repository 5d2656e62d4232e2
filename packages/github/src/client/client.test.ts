import { expect, test } from 'vitest'
import { createIdentities } from '../http/identities.ts'
import { createWorld, promised, rocket } from '../test-support/world.ts'

const noon = '2026-06-01T12:00:00.000Z'
const ann = { viewerToken: 'gho_ann_0123456789' }
const bob = { viewerToken: 'gho_bob_0123456789' }

// What each may see is told apart by the number of stars.
function starsOf({ headers }: Request): Response {
  const seenBy = new Map([
    [`token ${ann.viewerToken}`, 1],
    [`token ${bob.viewerToken}`, 2],
    ['token ghp_server', 3],
  ])
  return rocket(seenBy.get(headers.get('authorization') ?? '') ?? 4, { etag: '"e"' })
}

test('asks with the token of who reads, and never shares what is a viewer’s', async () => {
  const { stars, requests } = createWorld(starsOf, { token: 'ghp_server' })
  for (const _time of ['cold', 'warm']) {
    expect(await stars(ann)).toEqual({ stars: 1, asOf: noon })
    expect(await stars(bob)).toEqual({ stars: 2, asOf: noon })
    expect(await stars()).toEqual({ stars: 3, asOf: noon })
  }
  expect(requests).toHaveLength(3)
})

test('does not join readers who are not the same', async () => {
  const { stars, requests } = createWorld(starsOf)
  const all = await Promise.all([ann, bob, {}, ann, bob, {}].map((request) => stars(request)))
  expect(all.map((one) => one.stars)).toEqual([1, 2, 4, 1, 2, 4])
  expect(requests).toHaveLength(3)
})

test('keeps a viewer’s answers in their own store, under keys without the token', async () => {
  const { stars, shared, viewer } = createWorld(starsOf)
  await stars(ann)
  expect([...shared.kept]).toEqual([])
  expect([...viewer.kept.keys()]).toEqual([
    expect.stringMatching(/^viewer [0-9a-f]{64} 0 https:\/\/github\.test\/repos\/acme\/rocket$/),
  ])
  expect(JSON.stringify([...viewer.kept])).not.toContain('gho_')

  await stars()
  expect([...shared.kept.keys()]).toEqual(['public https://github.test/repos/acme/rocket'])
  expect(viewer.kept.size).toBe(1)
})

test('keeps a viewer’s refusals in their own store too', async () => {
  const { stars, shared, viewer } = createWorld(() => Response.json({}, { status: 404 }))
  await expect(stars(ann)).rejects.toMatchObject({ kind: 'not-found' })
  expect(shared.kept.size).toBe(0)
  expect(viewer.kept.size).toBe(1)
})

test('finds nothing of a session that has ended, not even with the same token', async () => {
  const { stars, client, requests } = createWorld(starsOf)
  await stars(ann)
  await stars(bob)
  await client.endSession(ann.viewerToken)
  expect(await stars(ann)).toEqual({ stars: 1, asOf: noon })
  expect(await stars(bob)).toEqual({ stars: 2, asOf: noon })
  expect(requests.map(({ headers }) => headers.get('authorization'))).toEqual([
    'token gho_ann_0123456789',
    'token gho_bob_0123456789',
    'token gho_ann_0123456789',
  ])
  // Nor is the entity tag of the earlier session sent.
  expect(requests.at(-1)?.headers.get('if-none-match')).toBe(null)
})

test('finds nothing of another process for a viewer', async () => {
  const { stars, another, requests } = createWorld(starsOf)
  await stars(ann)
  await stars(ann, another())
  expect(requests).toHaveLength(2)
})

test('tells apart a bounded number of sessions, and reads again for the oldest', async () => {
  const { identify } = createIdentities(() => 0, 2)
  const keys = []
  for (const token of ['a', 'b', 'a', 'c', 'a', 'b']) keys.push((await identify(token)).key)
  const [a, b, a2, c, a3, b2] = keys
  expect(new Set([a, b, c, b2]).size).toBe(4)
  expect([a2, a3]).toEqual([a, a])
})

test('does not fall back to what everybody sees when GitHub refuses a viewer’s token', async () => {
  const { stars, client, clock, requests, answers } = createWorld(starsOf, { token: 'ghp_server' })
  await stars(ann)
  clock.pass(3600)
  answers(({ headers }) =>
    headers.get('authorization') === `token ${ann.viewerToken}`
      ? Response.json({}, { status: 401 })
      : rocket(3),
  )
  for (const _time of ['first', 'second']) {
    await expect(stars(ann)).rejects.toMatchObject({ kind: 'unauthorized', status: 401 })
  }
  expect(client.status().isTokenRejected).toBe(false)
  expect(requests).toHaveLength(3)
  expect(await stars()).toMatchObject({ stars: 3 })
})

test('shows a viewer nothing old any more once GitHub has refused the token', async () => {
  const { stars, clock, answers } = createWorld(starsOf)
  await stars(ann)
  clock.pass(60)
  answers(() => Response.json({}, { status: 401 }))
  expect(await stars(ann)).toEqual({ stars: 1, asOf: noon, stale: 'revalidating' })
  await expect.poll(() => stars(ann).catch(({ kind }) => kind)).toBe('unauthorized')
})

test('goes on for others when one is limited', async () => {
  const { stars, client, answers } = createWorld(() =>
    Response.json({}, { status: 429, headers: { 'retry-after': '60' } }),
  )
  await expect(stars(ann)).rejects.toMatchObject({ kind: 'rate-limited' })
  answers(starsOf)
  await expect(client.forRequest(ann).getOwner('acme')).rejects.toMatchObject({
    kind: 'rate-limited',
  })
  expect(await stars(bob)).toEqual({ stars: 2, asOf: noon })
  expect(await stars()).toEqual({ stars: 4, asOf: noon })
})

const secret = { full_name: 'acme/secret', private: true }
const open = { full_name: 'acme/open', private: false }

test('shows a private repository to the viewer, and to nobody else', async () => {
  const { client, shared } = createWorld(() => Response.json(secret), { token: 'ghp_server' })
  expect(await client.forRequest(ann).getRepo('acme', 'secret')).toMatchObject({
    data: { fullName: 'acme/secret' },
  })
  await expect(client.forRequest().getRepo('acme', 'secret')).rejects.toMatchObject({
    message: 'GitHub responded 404 to GET /repos/acme/secret: not-found',
    kind: 'not-found',
    status: 404,
  })
  expect([...shared.kept.keys()]).toEqual(['error public https://github.test/repos/acme/secret'])
})

test('forgets a repository that has become private', async () => {
  const { client, clock, answers } = createWorld(() => Response.json(open), { token: 'ghp_server' })
  const read = () => client.forRequest().getRepo('acme', 'open')
  await read()
  clock.pass(600)
  answers(() => Response.json({ ...open, private: true }))
  await expect(read()).rejects.toMatchObject({ kind: 'not-found' })
  clock.pass(30)
  answers(() => Response.json({}, { status: 500 }))
  await expect(read()).rejects.toMatchObject({ kind: 'unreachable' })
})

test('leaves private repositories out of lists and results for everybody', async () => {
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
  expect(JSON.stringify([...shared.kept])).not.toContain('secret')
})

test('counts no private results for everybody, and asks for none', async () => {
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
  expect(requests.map(({ url }) => new URL(url).searchParams.get('q'))).toEqual([
    'is:public rocket',
    'is:private rocket',
  ])
})

test('counts where answers came from, for all requests together', async () => {
  const { stars, client, clock, answers } = createWorld(starsOf)
  await Promise.all([stars(), stars(), stars(ann)])
  await stars()
  clock.pass(600)
  answers(() => new Response(null, { status: 304 }))
  await stars()
  clock.pass(60)
  await stars()
  expect(client.status()).toEqual({
    lookups: { hit: 1, stale: 1, miss: 2, revalidated: 1, coalesced: 1 },
    lastErrors: [],
    quotas: [],
    isTokenRejected: false,
  })
})

test('tells the last ten errors, newest first, and nothing that is secret', async () => {
  const { client, clock, requests } = createWorld(
    () => Response.json({ message: 'Unicorn gho_ann' }, { status: 500 }),
    { token: 'ghp_server' },
  )
  for (let n = 1; n <= 12; n++) {
    await expect(client.forRequest().getOwner(`acme${n}`)).rejects.toThrow('GitHub responded 500')
    clock.pass(1)
  }
  expect(requests).toHaveLength(12)
  const { lastErrors } = client.status()
  expect(lastErrors).toHaveLength(10)
  expect(lastErrors[0]).toEqual({
    at: '2026-06-01T12:00:11.000Z',
    kind: 'unreachable',
    status: 500,
    path: '/users/acme12',
  })
  expect(lastErrors[9]?.path).toBe('/users/acme3')
  expect(JSON.stringify(client.status())).not.toMatch(/gh[op]_|Unicorn/)
})

test('tells everybody nothing of what a viewer reads in vain', async () => {
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

test('asks only what is essential where GitHub answers sixty questions an hour', async () => {
  const { client, requests, stars } = createWorld(() => rocket(1, quotaOf(60, 59)))
  await stars()
  await expect(client.forRequest().listContributors('acme', 'rocket')).rejects.toMatchObject({
    kind: 'needs-token',
  })
  expect(requests).toHaveLength(1)
  expect(client.status().lastErrors).toEqual([])
})

test('asks what is optional only when the first answer has told how much GitHub answers', async () => {
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

test('asks what is optional at once with a token', async () => {
  const { promise, keep } = promised<Response>()
  const { client, requests } = createWorld(
    ({ url }) => (url.endsWith('rocket') ? promise : Response.json([])),
    { token: 'ghp_server' },
  )
  const github = client.forRequest()
  const repo = github.getRepo('acme', 'rocket')
  await github.listContributors('acme', 'rocket')
  expect(requests).toHaveLength(2)
  keep(rocket(1))
  await repo
})

test('does not wait for an answer that does not come', async () => {
  const { client, requests } = createWorld(({ url }) =>
    url.endsWith('rocket') ? Response.json({}, { status: 500 }) : Response.json([]),
  )
  const github = client.forRequest()
  const [repo, contributors] = await Promise.allSettled([
    github.getRepo('acme', 'rocket'),
    github.listContributors('acme', 'rocket'),
  ])
  expect(repo).toMatchObject({ reason: { kind: 'unreachable' } })
  expect(contributors.status).toBe('fulfilled')
  expect(requests).toHaveLength(2)
})

test('asks everything where GitHub answers five thousand', async () => {
  const { client, requests, stars } = createWorld((request) =>
    request.url.endsWith('rocket')
      ? rocket(1, quotaOf(5000, 4999))
      : Response.json([], { headers: quotaOf(5000, 4998) }),
  )
  await stars()
  await client.forRequest().listContributors('acme', 'rocket')
  expect(requests).toHaveLength(2)
})

test('asks what is left of the quotas while it waits for one of them', async () => {
  const { client, stars, answers } = createWorld(() => rocket(1, quotaOf(5000, 0)))
  await stars()
  answers(() => Response.json({ resources: { core: { limit: 5000, remaining: 0, reset: 1 } } }))
  expect((await client.forRequest().getRateLimit()).data).toEqual([
    { resource: 'core', limit: 5000, remaining: 0, resetsAt: '1970-01-01T00:00:01.000Z' },
  ])
})

test('asks once in a minute for what GitHub refuses for good', async () => {
  const { client, clock, requests } = createWorld(() => Response.json({}, { status: 403 }))
  const contributors = () => client.forRequest().listContributors('acme', 'monolith')
  await expect(contributors()).rejects.toMatchObject({ kind: 'forbidden' })
  await expect(contributors()).rejects.toMatchObject({ kind: 'forbidden' })
  expect(requests).toHaveLength(1)
  clock.pass(61)
  await expect(contributors()).rejects.toMatchObject({ kind: 'forbidden' })
  expect(requests).toHaveLength(2)
})
