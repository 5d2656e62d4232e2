import { expect, test } from 'vitest'
import { ticketPath, ticketRequestFrom } from './ticket-request.ts'

test('takes an address without a search for the newest open ones', () => {
  expect(ticketRequestFrom({ owner: 'acme', repo: 'rocket' }, 'issue')).toEqual({
    kind: 'issue',
    state: 'open',
    sort: 'newest',
  })
})

test('takes state, order and filters from the address', () => {
  const query = { state: 'closed', sort: 'comments', label: ' good first issue ', author: 'mona' }
  expect(ticketRequestFrom(query, 'pull')).toEqual({
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
  expect(ticketRequestFrom(query, 'issue')).toEqual({
    kind: 'issue',
    state: 'open',
    sort: 'newest',
  })
})

test('takes the quotes off, which would end the value in GitHub’s syntax', () => {
  expect(ticketRequestFrom({ label: 'a" repo:"b/c' }, 'issue').label).toBe('a repo:b/c')
})

test('writes only what an address does not mean anyway', () => {
  const first = { kind: 'issue', state: 'open', sort: 'newest' } as const
  expect(ticketPath('acme/rocket', first)).toBe('/repos/acme/rocket/issues')
  expect(
    ticketPath(
      'acme/rocket',
      { kind: 'pull', state: 'closed', sort: 'oldest', label: 'c++ & co', author: 'mona' },
      3,
    ),
  ).toBe(
    '/repos/acme/rocket/pulls?state=closed&label=c%2B%2B+%26+co&author=mona&sort=oldest&page=3',
  )
})
