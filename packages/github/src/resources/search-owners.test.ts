import { expect, test } from 'vitest'
import { asOf, githubReturning } from '../test-support/github.ts'

const acme = {
  login: 'acme',
  type: 'Organization',
  avatar_url: 'https://avatars.githubusercontent.com/u/1',
  score: 1,
}

test('maps the first owners', async () => {
  const { requests, searchOwners } = githubReturning({
    body: { total_count: 1, incomplete_results: false, items: [acme] },
  })
  expect(await searchOwners({ q: 'acme +co' })).toEqual({
    data: {
      items: [
        {
          login: 'acme',
          isOrganization: true,
          avatarUrl: 'https://avatars.githubusercontent.com/u/1',
        },
      ],
      page: 1,
      hasNext: false,
      lastPage: 1,
      total: 1,
    },
    asOf,
  })
  expect(requests.map(({ url }) => url)).toEqual([
    'https://github.test/search/users?q=acme%20%2Bco&per_page=4',
  ])
})

test('omits an owner without a login', async () => {
  const { searchOwners } = githubReturning({
    body: { total_count: 2, items: [acme, { type: 'User' }] },
  })
  const { data, partial } = await searchOwners({ q: 'acme' })
  expect(data.items.map(({ login }) => login)).toEqual(['acme'])
  expect(partial).toBe(true)
})

test('waits for the quota of searches, not of other requests', async () => {
  const { searchOwners } = githubReturning({
    status: 403,
    body: { message: 'API rate limit exceeded' },
    headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-resource': 'search' },
  })
  await expect(searchOwners({ q: 'acme' })).rejects.toMatchObject({
    kind: 'rate-limited',
    path: '/search/users?q=acme&per_page=4',
  })
})
