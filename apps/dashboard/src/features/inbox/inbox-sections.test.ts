import { expect, test } from 'vitest'
import {
  createInboxSections,
  findSsoOrganizations,
  searchUrl,
  toInboxItems,
} from './inbox-sections.ts'

const today = new Date('2026-06-01T12:00:00Z')

test('has one GitHub search for each section', () => {
  expect(createInboxSections('@me', today).map(({ title, query }) => [title, query])).toEqual([
    [
      'Awaiting first response',
      'is:issue is:open archived:false user:@me comments:0 -author:@me sort:created-asc',
    ],
    ['Review requested', 'is:pr is:open archived:false review-requested:@me sort:updated-asc'],
    [
      'Changes requested',
      'is:pr is:open archived:false user:@me review:changes_requested -author:@me sort:updated-asc',
    ],
    [
      'Approved but not merged',
      'is:pr is:open archived:false user:@me review:approved draft:false sort:updated-asc',
    ],
    ['Stale', 'is:issue is:open archived:false user:@me updated:<2026-03-03 sort:updated-asc'],
  ])
})

test('names issues or pull requests in each query, as GitHub requires for an app’s tokens', () => {
  for (const { query } of createInboxSections('acme', today)) {
    expect(query).toMatch(/^is:(issue|pr) is:open /)
    expect(query.length).toBeLessThan(256)
  }
})

test('shows the date by which a section is sorted', () => {
  for (const { query, since } of createInboxSections('@me', today)) {
    expect(query).toContain(since === 'createdAt' ? 'sort:created-asc' : 'sort:updated-asc')
  }
})

test('links to the same search on GitHub', () => {
  expect(searchUrl('https://github.test', 'is:pr user:@me updated:<2026-03-03')).toBe(
    'https://github.test/pulls?q=is%3Apr%20user%3A%40me%20updated%3A%3C2026-03-03',
  )
  expect(searchUrl('https://github.test', 'is:issue a')).toBe(
    'https://github.test/issues?q=is%3Aissue%20a',
  )
})

test('reduces search results to the shown items and fields', () => {
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
  const { total, first } = toInboxItems(page)
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

test('finds the organizations that any section leaves out', () => {
  const data = { total: 0, first: [] }
  const asOf = '2026-06-01T12:00:00.000Z'
  const complete = { items: { state: 'ready', data, asOf } } as const
  const failed = { items: { state: 'unavailable' } } as const
  const without = (...ssoOrganizations: string[]) => ({
    items: { state: 'partial' as const, data, asOf, ssoOrganizations },
  })
  expect(findSsoOrganizations([complete, failed])).toBeUndefined()
  expect(findSsoOrganizations([complete, without(), failed])).toEqual([])
  expect(findSsoOrganizations([without('1', '2'), without('2', '3')])).toEqual(['1', '2', '3'])
})
