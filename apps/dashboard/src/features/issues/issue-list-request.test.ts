import { expect, test } from 'vitest'
import { issueListPath, issueListTitle, parseIssueListRequest } from './issue-list-request.ts'

test('defaults to the newest open items', () => {
  expect(parseIssueListRequest({ owner: 'acme', repo: 'rocket' }, 'issue')).toEqual({
    kind: 'issue',
    state: 'open',
    sort: 'newest',
  })
})

test('parses the state, the sort order and the filters', () => {
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

test('removes quotes, which would end the value in a search', () => {
  expect(parseIssueListRequest({ label: 'a" repo:"b/c' }, 'issue').label).toBe('a repo:b/c')
})

test('omits default values from the path', () => {
  const first = { kind: 'issue', state: 'open', sort: 'newest' } as const
  expect(issueListPath('/repos/acme/rocket/issues', first)).toBe('/repos/acme/rocket/issues')
  expect(
    issueListPath(
      '/repos/acme/rocket/pulls',
      { kind: 'pull', state: 'closed', sort: 'oldest', label: 'c++ & co', author: 'mona' },
      3,
    ),
  ).toBe(
    '/repos/acme/rocket/pulls?state=closed&label=c%2B%2B+%26+co&author=mona&sort=oldest&page=3',
  )
})

test.each([
  [{ kind: 'issue', state: 'open', sort: 'newest' }, 1, 'Open issues'],
  [{ kind: 'issue', state: 'closed', sort: 'newest' }, 2, 'Closed issues, page 2'],
  [
    { kind: 'pull', state: 'open', sort: 'comments', label: 'bug', author: 'mona' },
    undefined,
    'Open pull requests labeled bug by mona, most commented first',
  ],
] as const)('titles the list %j on page %s', (request, page, title) => {
  expect(issueListTitle(request, page)).toBe(title)
})
