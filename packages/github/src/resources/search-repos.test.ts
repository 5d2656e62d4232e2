import { expect, test } from 'vitest'
import { asOf, githubReturning } from '../test-support/github.ts'

const rocket = { full_name: 'acme/rocket', score: 1, permissions: { admin: true } }

test('maps a page of results', async () => {
  const { requests, searchRepos } = githubReturning({
    body: { total_count: 31, incomplete_results: true, items: [rocket] },
  })
  expect(await searchRepos({ q: 'rocket +a&b=c', sort: 'updated', page: 1 })).toEqual({
    data: {
      items: [
        {
          fullName: 'acme/rocket',
          description: null,
          language: null,
          stars: null,
          forks: null,
          pushedAt: null,
          archived: false,
          fork: false,
        },
      ],
      page: 1,
      hasNext: true,
      lastPage: 2,
      total: 31,
    },
    asOf,
    partial: true,
  })
  expect(requests.map(({ url }) => url)).toEqual([
    'https://github.test/search/repositories?q=is%3Apublic%20rocket%20%2Ba%26b%3Dc&sort=updated&page=1&per_page=30',
  ])
})

test('sends no sort order for the best match', async () => {
  const { requests, searchRepos } = githubReturning({ body: { total_count: 0, items: [] } })
  await searchRepos({ q: 'x', sort: 'best-match', page: 1 })
  expect(requests.map(({ url }) => url)).toEqual([
    'https://github.test/search/repositories?q=is%3Apublic%20x&page=1&per_page=30',
  ])
})

test.each([
  ['is:private rocket', 'is:public rocket'],
  ['rocket visibility:internal -is:public', 'is:public rocket'],
  ['IS:"private"', 'is:public '],
  ['this:private is:privateer', 'is:public this:private is:privateer'],
])('limits the query "%s" to public repositories', async (q, publicQuery) => {
  const { requests, searchRepos } = githubReturning({ body: { total_count: 0, items: [] } })
  await searchRepos({ q, sort: 'best-match', page: 1 })
  expect(requests.map(({ url }) => new URL(url).searchParams.get('q'))).toEqual([publicQuery])
})

test.each([
  [0, 1, false, 1],
  [30, 1, false, 1],
  [31, 1, true, 2],
  [5000, 33, true, 34],
  [5000, 34, false, 34],
])(
  'of %i results, page %i has a next page: %s, and the last page is %i',
  async (total_count, page, hasNext, lastPage) => {
    const { searchRepos } = githubReturning({ body: { total_count, items: [] } })
    expect((await searchRepos({ q: 'x', sort: 'stars', page })).data).toEqual({
      items: [],
      page,
      hasNext,
      lastPage,
      total: total_count,
    })
  },
)

test('fails with the kind "invalid-request" for an invalid query', async () => {
  const { searchRepos } = githubReturning({ status: 422, body: { message: 'Validation Failed' } })
  await expect(searchRepos({ q: 'stars:x', sort: 'stars', page: 1 })).rejects.toMatchObject({
    message:
      'GitHub responded 422 to GET /search/repositories?q=is%3Apublic%20stars%3Ax&sort=stars&page=1&per_page=30: invalid-request',
    kind: 'invalid-request',
  })
})

test.each([
  ['rocket', 'token ghp_server'],
  ['user:acme', 'token ghp_server'],
  ['repo:acme/rocket', null],
  ['rocket REPO:"acme/rocket"', null],
  ['-repo:acme/rocket', null],
])('sends the search "%s" with the authorization %s', async (q, authorization) => {
  const { requests, searchRepos } = githubReturning(
    { body: { total_count: 0, items: [] } },
    { token: 'ghp_server' },
  )
  await searchRepos({ q, sort: 'best-match', page: 1 })
  expect(requests.map(({ headers }) => headers.get('authorization'))).toEqual([authorization])
})
