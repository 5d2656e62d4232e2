import { expect, test } from 'vitest'
import { firstItems, inboxSections, queryAddress } from './inbox-sections.ts'

const today = new Date('2026-06-01T12:00:00Z')

test('asks one question of GitHub’s own for each section', () => {
  expect(inboxSections('@me', today).map(({ title, query }) => [title, query])).toEqual([
    [
      'Needs a first answer',
      'is:issue is:open archived:false user:@me comments:0 -author:@me sort:created-asc',
    ],
    ['Your turn', 'is:pr is:open archived:false review-requested:@me sort:updated-asc'],
    [
      'Waiting for the author',
      'is:pr is:open archived:false user:@me review:changes_requested -author:@me sort:updated-asc',
    ],
    [
      'Approved but not merged',
      'is:pr is:open archived:false user:@me review:approved draft:false sort:updated-asc',
    ],
    ['Stale', 'is:issue is:open archived:false user:@me updated:<2026-03-03 sort:updated-asc'],
  ])
})

test('says in each query what it looks for, as GitHub demands of an app’s tokens', () => {
  for (const { query } of inboxSections('acme', today)) {
    expect(query).toMatch(/^is:(issue|pr) is:open /)
    expect(query.length).toBeLessThan(256)
  }
})

test('shows the date by which a section is sorted', () => {
  for (const { query, since } of inboxSections('@me', today)) {
    expect(query).toContain(since === 'createdAt' ? 'sort:created-asc' : 'sort:updated-asc')
  }
})

test('leads to GitHub’s own list of the same', () => {
  expect(queryAddress('https://github.test', 'is:pr user:@me updated:<2026-03-03')).toBe(
    'https://github.test/pulls?q=is%3Apr%20user%3A%40me%20updated%3A%3C2026-03-03',
  )
  expect(queryAddress('https://github.test', 'is:issue a')).toBe(
    'https://github.test/issues?q=is%3Aissue%20a',
  )
})

test('takes of a search what is shown, and no more', () => {
  const item = {
    title: 'Countdown stops',
    repo: 'acme/rocket',
    number: 7,
    kind: 'issue',
    author: 'mona',
    comments: 0,
    createdAt: '2026-05-01T00:00:00Z',
    updatedAt: '2026-05-30T00:00:00Z',
    draft: false,
    url: 'https://github.test/acme/rocket/issues/7',
  } as const
  const page = { page: 1, hasNext: true, lastPage: 2, total: 31, items: Array(30).fill(item) }
  const { total, first } = firstItems(page)
  expect(total).toBe(31)
  expect(first).toHaveLength(8)
  expect(first[0]).toEqual({
    title: 'Countdown stops',
    repo: 'acme/rocket',
    number: 7,
    author: 'mona',
    createdAt: '2026-05-01T00:00:00Z',
    updatedAt: '2026-05-30T00:00:00Z',
    draft: false,
    url: 'https://github.test/acme/rocket/issues/7',
  })
})
