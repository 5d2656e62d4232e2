import { expect, test } from 'vitest'
import { issueListPath, parseIssueListRequest } from './issue-list-request.ts'

test('takes an address without a search for the newest open ones', () => {
  expect(parseIssueListRequest({ owner: 'acme', repo: 'rocket' }, 'issue')).toEqual({
    kind: 'issue',
    state: 'open',
    sort: 'newest',
  })
})

test('takes state, order and filters from the address', () => {
  const query = { state: 'closed', sort: 'comments', label: ' good first issue ', author: 'mona' }
  expect(parseIssueListRequest(query, 'pull')).toEqual({
    kind: 'pull',
    state: 'closed',
    sort: 'comments',
    label: 'good first issue',
    author: 'mona',
  })
})

test.each([
  { state: 'all' },
  { state: '' },
  { sort: 'stars' },
  { label: '' },
  { label: '  ' },
  { label: '""' },
  { author: 'x'.repeat(61) },
])('leaves out what is none: %j', (query) => {
  expect(parseIssueListRequest(query, 'issue')).toEqual({
    kind: 'issue',
    state: 'open',
    sort: 'newest',
  })
})

test('takes the quotes off, which would end the value in GitHub’s syntax', () => {
  expect(parseIssueListRequest({ label: 'a" repo:"b/c' }, 'issue').label).toBe('a repo:b/c')
})

test('writes only what an address does not mean anyway', () => {
  const first = { kind: 'issue', state: 'open', sort: 'newest' } as const
  expect(issueListPath('acme/rocket', first)).toBe('/repos/acme/rocket/issues')
  expect(
    issueListPath(
      'acme/rocket',
      { kind: 'pull', state: 'closed', sort: 'oldest', label: 'c++ & co', author: 'mona' },
      3,
    ),
  ).toBe(
    '/repos/acme/rocket/pulls?state=closed&label=c%2B%2B+%26+co&author=mona&sort=oldest&page=3',
  )
})
