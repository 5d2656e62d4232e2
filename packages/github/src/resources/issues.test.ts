import { expect, test } from 'vitest'
import { asOf, githubReturning } from '../test-support/github.ts'

const issue = {
  number: 7,
  title: 'A <b>title</b> 🚀',
  html_url: 'https://github.com/acme/rocket/issues/7',
  user: { login: 'mona', type: 'User', avatar_url: 'https://avatars.githubusercontent.com/u/1' },
  labels: [
    { name: 'bug', color: 'd73a4a' },
    { name: null, color: null },
  ],
  state: 'open',
  state_reason: null,
  comments: 3,
  created_at: '2026-05-01T10:00:00Z',
  updated_at: '2026-05-02T10:00:00Z',
  closed_at: null,
  body: 'long',
}

const first = { kind: 'issue', state: 'open', sort: 'newest', page: 1 } as const

test('maps one page of issues', async () => {
  const { requests, listIssuesOrPulls } = githubReturning({
    body: { total_count: 31, items: [issue] },
  })
  expect(await listIssuesOrPulls('acme', 'rocket', first)).toEqual({
    data: {
      items: [
        {
          number: 7,
          title: 'A <b>title</b> 🚀',
          url: 'https://github.com/acme/rocket/issues/7',
          author: { login: 'mona', isBot: false },
          labels: [{ name: 'bug', displayName: 'bug', color: 'd73a4a' }],
          state: 'open',
          comments: 3,
          createdAt: '2026-05-01T10:00:00Z',
          closedAt: null,
        },
      ],
      page: 1,
      hasNext: true,
      lastPage: 2,
      total: 31,
    },
    asOf,
  })
  expect(requests.map(({ url }) => new URL(url).searchParams.get('q'))).toEqual([
    'repo:acme/rocket is:issue is:open',
  ])
})

test.each([
  [{}, 'repo:acme/rocket is:issue is:open'],
  [{ state: 'closed' }, 'repo:acme/rocket is:issue is:closed'],
  [{ kind: 'pull' }, 'repo:acme/rocket is:pr is:open'],
  [{ label: 'good first issue' }, 'repo:acme/rocket is:issue is:open label:"good first issue"'],
  [{ author: 'robot[bot]' }, 'repo:acme/rocket is:issue is:open author:"robot[bot]"'],
  [{ label: 'c++', author: 'mona' }, 'repo:acme/rocket is:issue is:open label:"c++" author:"mona"'],
  // A value cannot add a qualifier.
  [{ label: 'x" repo:"a/b' }, 'repo:acme/rocket is:issue is:open label:"x repo:a/b"'],
] as const)('translates the filters %j to the query %s', async (filters, q) => {
  const { requests, listIssuesOrPulls } = githubReturning({ body: { total_count: 0, items: [] } })
  await listIssuesOrPulls('acme', 'rocket', { ...first, ...filters })
  expect(requests.map(({ url }) => new URL(url).searchParams.get('q'))).toEqual([q])
})

test.each([
  ['newest', 'sort=created&order=desc'],
  ['oldest', 'sort=created&order=asc'],
  ['updated', 'sort=updated&order=desc'],
  ['comments', 'sort=comments&order=desc'],
] as const)('translates the sort order "%s" to %s', async (sort, search) => {
  const { requests, listIssuesOrPulls } = githubReturning({ body: { total_count: 0, items: [] } })
  await listIssuesOrPulls('acme', 'rocket', { ...first, sort, page: 2 })
  expect(requests[0]?.url).toMatch(new RegExp(`&${search}&page=2&per_page=30$`))
})

test.each([
  [{}, 'open'],
  [{ draft: true }, 'draft'],
  [{ state: 'closed' }, 'closed'],
  [{ state: 'closed', state_reason: 'completed' }, 'closed'],
  [{ state: 'closed', state_reason: 'not_planned' }, 'not planned'],
  [{ state: 'closed', draft: true, pull_request: { merged_at: null } }, 'closed'],
  [{ state: 'closed', pull_request: { merged_at: '2026-05-03T10:00:00Z' } }, 'merged'],
])('maps the state of %j to "%s"', async (fields, state) => {
  const body = { total_count: 1, items: [{ ...issue, ...fields }] }
  const { listIssuesOrPulls } = githubReturning({ body })
  expect((await listIssuesOrPulls('acme', 'rocket', first)).data.items[0]?.state).toBe(state)
})

test('maps deleted accounts, bots and labels that are plain names', async () => {
  const body = {
    total_count: 2,
    items: [
      { ...issue, user: null, labels: ['old', { name: ':bug: odd', color: 'red' }, 7] },
      { ...issue, user: { login: 'robot[bot]', type: 'Bot' } },
    ],
  }
  const { listIssuesOrPulls } = githubReturning({ body })
  const { items } = (await listIssuesOrPulls('acme', 'rocket', first)).data
  expect(items.map(({ author }) => author)).toEqual([null, { login: 'robot[bot]', isBot: true }])
  expect(items[0]?.labels).toEqual([
    { name: 'old', displayName: 'old', color: null },
    { name: ':bug: odd', displayName: '🐛 odd', color: null },
  ])
})

test('stops at the last page of GitHub’s search and is partial if it timed out', async () => {
  const { listIssuesOrPulls } = githubReturning({
    body: { total_count: 4000, incomplete_results: true, items: [] },
  })
  expect(await listIssuesOrPulls('acme', 'rocket', { ...first, page: 34 })).toEqual({
    data: { items: [], page: 34, hasNext: false, lastPage: 34, total: 4000 },
    asOf,
    partial: true,
  })
})

test('returns no results for an unknown author, for whom GitHub returns 422', async () => {
  const { listIssuesOrPulls } = githubReturning({
    status: 422,
    body: { message: 'Validation Failed' },
  })
  expect((await listIssuesOrPulls('acme', 'rocket', { ...first, author: 'nobody' })).data).toEqual({
    items: [],
    page: 1,
    hasNext: false,
    lastPage: 1,
    total: 0,
  })
})

const notSearched = {
  status: 422,
  body: {
    message: 'Validation Failed',
    errors: [
      {
        message:
          'The listed users and repositories cannot be searched either because the resources do not exist or you do not have permission to view them.',
        resource: 'Search',
        field: 'q',
        code: 'invalid',
      },
    ],
  },
}

test.each([undefined, 'mona'])(
  'throws unsearchable for a repository that GitHub does not search, with the author %s',
  async (author) => {
    const { listIssuesOrPulls } = githubReturning(notSearched)
    await expect(listIssuesOrPulls('acme', 'rocket', { ...first, author })).rejects.toMatchObject({
      kind: 'unsearchable',
      status: 422,
    })
  },
)

test('returns no issues for an unknown author', async () => {
  const message =
    'The listed users cannot be searched either because the users do not exist or you do not have permission to view the users.'
  const body = { message: 'Validation Failed', errors: [{ message, code: 'invalid' }] }
  const { listIssuesOrPulls } = githubReturning({ status: 422, body })
  const { data } = await listIssuesOrPulls('acme', 'rocket', { ...first, author: 'nobody' })
  expect(data.total).toBe(0)
})

test('never takes another 422 for an empty list', async () => {
  const body = { message: 'Validation Failed' }
  const { listIssuesOrPulls } = githubReturning({ status: 422, body })
  await expect(listIssuesOrPulls('acme', 'rocket', first)).rejects.toMatchObject({
    kind: 'invalid-request',
    status: 422,
  })
})
