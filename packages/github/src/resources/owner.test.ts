import { expect, test } from 'vitest'
import { asOf, githubReturning, githubRouting } from '../test-support/github.ts'

const acme = {
  login: 'acme',
  id: 1,
  type: 'Organization',
  name: 'Acme',
  bio: null,
  description: 'Rockets',
  avatar_url: 'https://avatars.githubusercontent.com/u/1',
  html_url: 'https://github.com/acme',
  blog: 'https://acme.test',
  location: 'Moon',
  email: 'private@acme.test',
  followers: 5,
  public_repos: 61,
  total_private_repos: 7,
  plan: { name: 'team' },
}

const rocket = {
  full_name: 'acme/rocket',
  description: null,
  language: 'Rust',
  stargazers_count: 10,
  forks_count: 2,
  pushed_at: '2026-05-30T00:00:00Z',
  archived: false,
  fork: true,
  permissions: { admin: true },
  temp_clone_token: 'secret',
}

const item = {
  fullName: 'acme/rocket',
  description: null,
  language: 'Rust',
  stars: 10,
  forks: 2,
  pushedAt: '2026-05-30T00:00:00Z',
  archived: false,
  fork: true,
}

test('maps an organization and drops unused fields', async () => {
  const { getOwner } = githubReturning({ body: acme })
  expect(await getOwner('acme')).toEqual({
    data: {
      login: 'acme',
      isOrganization: true,
      name: 'Acme',
      bio: 'Rockets',
      avatarUrl: 'https://avatars.githubusercontent.com/u/1',
      url: 'https://github.com/acme',
      blog: 'https://acme.test',
      location: 'Moon',
      followers: 5,
      publicRepos: 61,
    },
    asOf,
  })
})

test('returns null for fields that a user left empty', async () => {
  const { getOwner } = githubReturning({
    body: { login: 'mona', type: 'User', blog: '', name: null },
  })
  expect((await getOwner('mona')).data).toEqual({
    login: 'mona',
    isOrganization: false,
    name: null,
    bio: null,
    avatarUrl: null,
    url: null,
    blog: null,
    location: null,
    followers: null,
    publicRepos: null,
  })
})

test('lists repositories by last push, with the position of the page', async () => {
  const link =
    '<https://api.github.com/user/1/repos?page=3>; rel="next", ' +
    '<https://api.github.com/user/1/repos?page=7>; rel="last"'
  const { requests, listOwnerRepos } = githubReturning({ body: [rocket], headers: { link } })
  expect(await listOwnerRepos('acme', { sort: 'pushed', page: 2 })).toEqual({
    data: { items: [item], page: 2, hasNext: true, lastPage: 7 },
    asOf,
  })
  expect(requests.map(({ url }) => url)).toEqual([
    'https://github.test/users/acme/repos?sort=pushed&page=2&per_page=30',
  ])
})

test('lists repositories by name', async () => {
  const { requests, listOwnerRepos } = githubReturning({ body: [] })
  expect((await listOwnerRepos('acme', { sort: 'name', page: 1 })).data).toEqual({
    items: [],
    page: 1,
    hasNext: false,
    lastPage: 1,
  })
  expect(requests.map(({ url }) => url)).toEqual([
    'https://github.test/users/acme/repos?sort=full_name&direction=asc&page=1&per_page=30',
  ])
})

test('lists up to 100 repositories at once', async () => {
  const { requests, listOwnerRepos } = githubReturning({ body: [rocket] })
  const { data } = await listOwnerRepos('acme', { sort: 'pushed', page: 1, perPage: 100 })
  expect(data).toEqual({ items: [item], page: 1, hasNext: false, lastPage: 1 })
  expect(requests.map(({ url }) => url)).toEqual([
    'https://github.test/users/acme/repos?sort=pushed&page=1&per_page=100',
  ])
})

test('has no last page if GitHub links only the next', async () => {
  const link = '<https://api.github.com/user/1/repos?page=2>; rel="next"'
  const { listOwnerRepos } = githubReturning({ body: [], headers: { link } })
  expect((await listOwnerRepos('acme', { sort: 'pushed', page: 1 })).data).toEqual({
    items: [],
    page: 1,
    hasNext: true,
    lastPage: null,
  })
})

test('does not report a page past the end as the last', async () => {
  const { listOwnerRepos } = githubReturning({ body: [] })
  expect((await listOwnerRepos('acme', { sort: 'pushed', page: 30 })).data).toEqual({
    items: [],
    page: 30,
    hasNext: false,
    lastPage: 1,
  })
})

test('lists repositories by stars by search, including forks', async () => {
  const { requests, listOwnerRepos } = githubReturning({
    body: { total_count: 31, items: [rocket] },
  })
  const { data } = await listOwnerRepos('acme', { sort: 'stars', page: 2 })
  expect(data).toMatchObject({ items: [item], page: 2, hasNext: false, lastPage: 2 })
  expect(requests.map(({ url }) => url)).toEqual([
    'https://github.test/search/repositories?q=is%3Apublic%20user%3Aacme%20fork%3Atrue&sort=stars&page=2&per_page=30',
  ])
})

test('never requests a page past the end of the search', async () => {
  const { requests, listOwnerRepos } = githubReturning({ body: { total_count: 5000, items: [] } })
  const { data } = await listOwnerRepos('acme', { sort: 'stars', page: 35 })
  expect(data).toMatchObject({ page: 34, hasNext: false, lastPage: 34 })
  expect(requests[0]?.url).toContain('&page=34&')
})

function githubWithoutSearch(list: { status?: number; body: unknown }) {
  return githubRouting((path) =>
    path.startsWith('/search/') ? { status: 422, body: { message: 'Validation Failed' } } : list,
  )
}

test('reports "not found" for an unknown owner in every sort order', async () => {
  const { listOwnerRepos } = githubWithoutSearch({ status: 404, body: { message: 'Not Found' } })
  await expect(listOwnerRepos('nobody', { sort: 'stars', page: 1 })).rejects.toMatchObject({
    kind: 'not-found',
    status: 404,
  })
})

test('lists the repositories of an owner that the search does not cover', async () => {
  const { listOwnerRepos, requests } = githubWithoutSearch({ body: [] })
  expect(await listOwnerRepos('dependabot[bot]', { sort: 'stars', page: 1 })).toEqual({
    data: { items: [], page: 1, hasNext: false, lastPage: 1 },
    asOf,
  })
  expect(requests[1]).toBe('/users/dependabot%5Bbot%5D/repos?sort=pushed&page=1&per_page=30')
})

test('passes on other errors of the search', async () => {
  const { listOwnerRepos } = githubReturning({ status: 503, body: {} })
  await expect(listOwnerRepos('acme', { sort: 'stars', page: 1 })).rejects.toMatchObject({
    kind: 'unreachable',
  })
})
