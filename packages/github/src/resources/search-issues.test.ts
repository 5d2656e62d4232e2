import { expect, test } from 'vitest'
import { asOf, githubReturning } from '../test-support/github.ts'

const viewerToken = 'gho_ann_0123456789'

const issue = {
  id: 1_007,
  title: 'Countdown stops at one',
  number: 7,
  repository_url: 'https://github.test/api/v3/repos/acme/rocket',
  html_url: 'https://github.test/acme/rocket/issues/7',
  user: { login: 'mona', id: 5, type: 'User' },
  labels: [{ name: ':bug: crash', color: 'd73a4a' }, { name: null }],
  comments: 0,
  created_at: '2026-05-01T00:00:00Z',
  updated_at: '2026-05-30T00:00:00Z',
  body: 'Long text',
  score: 1,
}

const found = {
  id: 1_007,
  title: 'Countdown stops at one',
  repo: 'acme/rocket',
  number: 7,
  kind: 'issue',
  author: { login: 'mona', isBot: false },
  labels: [{ name: ':bug: crash', displayName: '🐛 crash', color: 'd73a4a' }],
  comments: 0,
  createdAt: '2026-05-01T00:00:00Z',
  updatedAt: '2026-05-30T00:00:00Z',
  draft: false,
  url: 'https://github.test/acme/rocket/issues/7',
}

test('maps search results', async () => {
  const pull = {
    ...issue,
    number: 8,
    html_url: 'https://github.test/acme/rocket/pull/8',
    user: null,
    draft: true,
    pull_request: { merged_at: null },
  }
  const { requests, searchIssues } = githubReturning(
    { body: { total_count: 61, incomplete_results: true, items: [issue, pull] } },
    { viewerToken },
  )
  expect(await searchIssues({ q: 'is:open +a&b=c', page: 2 })).toEqual({
    data: {
      items: [
        found,
        {
          ...found,
          number: 8,
          kind: 'pull',
          author: null,
          draft: true,
          url: 'https://github.test/acme/rocket/pull/8',
        },
      ],
      page: 2,
      hasNext: true,
      lastPage: 3,
      total: 61,
    },
    asOf,
    partial: true,
  })
  expect(requests.map(({ url }) => url)).toEqual([
    // GitHub has to accept the token first.
    'https://github.test/user',
    'https://github.test/search/issues?q=is%3Aopen%20%2Ba%26b%3Dc&page=2&per_page=30',
  ])
})

test('stops at the last page of GitHub’s search', async () => {
  const body = { total_count: 5000, items: [] }
  const { searchIssues } = githubReturning({ body }, { viewerToken })
  expect((await searchIssues({ q: 'is:open', page: 34 })).data).toEqual({
    items: [],
    page: 34,
    hasNext: false,
    lastPage: 34,
    total: 5000,
  })
})

test('fails with the kind "invalid-request" for an invalid query', async () => {
  const response = { status: 422, body: { message: 'Validation Failed' } }
  const { searchIssues } = githubReturning(response, { viewerToken })
  await expect(searchIssues({ q: 'updated:x', page: 1 })).rejects.toMatchObject({
    kind: 'invalid-request',
    status: 422,
  })
})

test.each([{ number: 0 }, { repository_url: 'https://github.test/acme' }])(
  'rejects a result with %o as malformed',
  async (field) => {
    const body = { total_count: 1, items: [{ ...issue, ...field }] }
    const { searchIssues } = githubReturning({ body }, { viewerToken })
    await expect(searchIssues({ q: 'is:open', page: 1 })).rejects.toMatchObject({
      kind: 'malformed',
    })
  },
)
