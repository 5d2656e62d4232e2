import { expect, test } from 'vitest'
import { asOf, githubReturning } from '../test-support/github.ts'
import { createWorld } from '../test-support/world.ts'

const viewerToken = 'gho_ann_0123456789'

const ann = {
  login: 'ann',
  id: 3,
  name: 'Ann Thorne',
  avatar_url: 'https://avatars.githubusercontent.com/u/3',
  email: 'ann@private.test',
  two_factor_authentication: true,
  plan: { name: 'free' },
}

const diary = {
  full_name: 'ann/diary',
  private: true,
  visibility: 'private',
  description: 'Mine',
  language: 'TypeScript',
  stargazers_count: 0,
  forks_count: 0,
  pushed_at: '2026-05-30T00:00:00Z',
  archived: false,
  fork: false,
  temp_clone_token: 'secret',
  permissions: { admin: true },
}

const shownDiary = {
  fullName: 'ann/diary',
  description: 'Mine',
  language: 'TypeScript',
  stars: 0,
  forks: 0,
  pushedAt: '2026-05-30T00:00:00Z',
  archived: false,
  fork: false,
  visibility: 'private',
}

test('maps the viewer and drops unused fields', async () => {
  const { requests, getViewer } = githubReturning({ body: ann }, { viewerToken })
  expect(await getViewer()).toEqual({
    data: {
      login: 'ann',
      name: 'Ann Thorne',
      avatarUrl: 'https://avatars.githubusercontent.com/u/3',
    },
    asOf,
  })
  expect(requests.map(({ url, headers }) => [url, headers.get('authorization')])).toEqual([
    ['https://github.test/user', `token ${viewerToken}`],
  ])
})

test('returns null for fields that a viewer left empty', async () => {
  const { getViewer } = githubReturning({ body: { login: 'ann', name: null } }, { viewerToken })
  expect((await getViewer()).data).toEqual({ login: 'ann', name: null, avatarUrl: null })
})

test('revalidates the viewer on each call, so that a revoked token is noticed at once', async () => {
  const { client, requests, respondWith } = createWorld(() =>
    Response.json(ann, { headers: { etag: '"a"' } }),
  )
  const read = () => client.forRequest({ viewerToken }).getViewer()
  await read()
  respondWith(() => new Response(null, { status: 304 }))
  expect((await read()).data.login).toBe('ann')
  expect(requests.map(({ headers }) => headers.get('if-none-match'))).toEqual([null, '"a"'])

  respondWith(() => Response.json({ message: 'Bad credentials' }, { status: 401 }))
  await expect(read()).rejects.toMatchObject({ kind: 'unauthorized', status: 401 })
  await expect(read()).rejects.toMatchObject({ kind: 'unauthorized', status: 401 })
})

test('reports what GitHub says about the token, with the latest response', async () => {
  const { client, respondWith } = createWorld(() =>
    Response.json(ann, { headers: { etag: '"a"', 'x-oauth-scopes': 'repo, gist' } }),
  )
  const read = () => client.forRequest({ viewerToken }).getViewer()
  expect((await read()).token).toEqual({ scopes: ['repo', 'gist'], expiresAt: null })
  respondWith(() => new Response(null, { status: 304 }))
  expect((await read()).token).toEqual({ scopes: ['repo', 'gist'], expiresAt: null })
  respondWith(() => new Response(null, { status: 304, headers: { 'x-oauth-scopes': 'gist' } }))
  expect((await read()).token).toEqual({ scopes: ['gist'], expiresAt: null })
})

test('lists private repositories to their viewer, marked as private', async () => {
  const link = '<https://api.github.com/user/repos?page=3>; rel="next"'
  const { requests, listViewerRepos } = githubReturning(
    { body: [diary], headers: { link } },
    { viewerToken },
  )
  expect(await listViewerRepos({ sort: 'pushed', page: 2 })).toEqual({
    data: { items: [shownDiary], page: 2, hasNext: true, lastPage: null },
    asOf,
  })
  expect(requests.map(({ url }) => url)).toEqual([
    // GitHub has to accept the token first.
    'https://github.test/user',
    'https://github.test/user/repos?sort=pushed&page=2&per_page=30',
  ])
})

test('lists repositories by name in ascending order', async () => {
  const { requests, listViewerRepos } = githubReturning({ body: [] }, { viewerToken })
  expect((await listViewerRepos({ sort: 'name', page: 1 })).data).toEqual({
    items: [],
    page: 1,
    hasNext: false,
    lastPage: 1,
  })
  expect(requests.map(({ url }) => url)).toEqual([
    // GitHub has to accept the token first.
    'https://github.test/user',
    'https://github.test/user/repos?sort=full_name&direction=asc&page=1&per_page=30',
  ])
})

test.each([
  [{ private: false, visibility: 'public' }, undefined],
  [{ private: true, visibility: 'internal' }, 'internal'],
  [{ private: true }, 'private'],
  [{ private: false }, undefined],
  [{ private: true, visibility: 'something new' }, 'private'],
])('maps %o to the visibility %s', async (fields, visibility) => {
  const body = [{ full_name: 'ann/diary', ...fields }]
  const { listViewerRepos } = githubReturning({ body }, { viewerToken })
  const { items } = (await listViewerRepos({ sort: 'pushed', page: 1 })).data
  expect(items.map((item) => item.visibility)).toEqual([visibility])
})

test.each([
  [{ private: true, visibility: 'internal' }, 'internal'],
  [{ private: true, visibility: 'private' }, 'private'],
  [{ private: true, visibility: null }, 'private'],
  [{ private: false, visibility: 'public' }, undefined],
])('a repository with %o has the visibility %s', async (fields, visibility) => {
  const { getRepo } = githubReturning({ body: { ...diary, ...fields } }, { viewerToken })
  expect((await getRepo('ann', 'diary')).data.visibility).toBe(visibility)
})

test('reads a private repository with the viewer’s token and caches it for that viewer only', async () => {
  const {
    client,
    shared,
    viewer: viewerStore,
  } = createWorld(() => Response.json(diary), { token: 'ghp_server' })
  const github = client.forRequest({ viewerToken })
  expect((await github.getRepo('ann', 'diary')).data.description).toBe('Mine')
  expect(await github.getViewer().catch(({ kind }) => kind)).toBe('malformed')
  expect(shared.entries.size).toBe(0)
  const stored = [...viewerStore.entries.keys()].filter((key) => !key.startsWith('error '))
  expect(stored).toEqual([expect.stringMatching(/\/repos\/ann\/diary$/)])

  const anonymous = client.forRequest()
  await expect(anonymous.getRepo('ann', 'diary')).rejects.toMatchObject({ kind: 'not-found' })
})

test('caches a viewer’s list in the private store only', async () => {
  const { client, shared, viewer: viewerStore } = createWorld(() => Response.json([diary]))
  await client.forRequest({ viewerToken }).listViewerRepos({ sort: 'pushed', page: 1 })
  expect(shared.entries.size).toBe(0)
  expect([...viewerStore.entries.keys()]).toEqual([
    expect.stringMatching(
      /^viewer [0-9a-f]{64} 0 https:\/\/github\.test\/user\/repos\?sort=pushed&page=1&per_page=30$/,
    ),
  ])
})

test.each([
  ['the server’s token', 'ghp_server'],
  ['no token', undefined],
])('sends no viewer request with %s', async (_name, token) => {
  const { client, requests, shared } = createWorld(() => Response.json(ann), { token })
  const github = client.forRequest()
  const reads = [
    github.getViewer(),
    github.listViewerRepos({ sort: 'pushed', page: 1 }),
    github.searchIssues({ q: 'is:open', page: 1 }),
  ]
  for (const read of reads) {
    await expect(read).rejects.toMatchObject({ kind: 'unauthorized', status: undefined })
  }
  expect(requests).toHaveLength(0)
  expect(shared.entries.size).toBe(0)
})

test('lists only repositories that the viewer owns', async () => {
  const { requests, listViewerRepos } = githubReturning({ body: [] }, { viewerToken: 'gho_ann' })
  await listViewerRepos({ sort: 'pushed', page: 1, isOwner: true })
  expect(requests.map(({ url }) => url)).toContain(
    'https://github.test/user/repos?sort=pushed&affiliation=owner&page=1&per_page=100',
  )
})
