import { expect, test } from 'vitest'
import {
  countWaiting,
  findSsoOrganizations,
  groupByRepo,
  type InboxItem,
  type InboxSectionResult,
  isAllClear,
} from './inbox.ts'

const asOf = '2026-06-01T12:00:00.000Z'

function section(
  id: InboxSectionResult['id'],
  total: number | null,
  state: 'ready' | 'partial' = 'ready',
): InboxSectionResult {
  const data = { items: [], page: 1, hasNext: false, lastPage: 1, total, bots: 0 }
  const text = { title: id, query: '', date: 'createdAt', emptyText: '', href: '' } as const
  return { ...text, id, items: { state, data, asOf } }
}

const failed: InboxSectionResult = {
  ...section('review-requested', 0),
  items: { state: 'unavailable' },
}

test('counts what waits for the viewer, and not for others', () => {
  const sections = [
    section('awaiting-response', 105),
    section('review-requested', 15),
    section('stale', 40),
  ]
  expect(countWaiting(sections)).toBe(120)
  expect(countWaiting([section('stale', 40)])).toBe(40)
  expect(countWaiting([section('awaiting-response', 105), failed])).toBeNull()
})

test('is all clear only if each section is complete and empty', () => {
  expect(isAllClear([section('stale', 0), section('approved', 0)])).toBe(true)
  expect(isAllClear([section('stale', 0, 'partial')])).toBe(false)
  expect(isAllClear([section('stale', null)])).toBe(false)
  expect(isAllClear([failed])).toBe(false)
  expect(isAllClear([])).toBe(false)
})

test('finds the organizations that any section leaves out', () => {
  const complete = { items: { state: 'ready', data: 0, asOf } } as const
  const without = (...ssoOrganizations: string[]) => ({
    items: { state: 'partial' as const, data: 0, asOf, ssoOrganizations },
  })
  expect(findSsoOrganizations([complete, failed])).toBeUndefined()
  expect(findSsoOrganizations([complete, without(), failed])).toEqual([])
  expect(findSsoOrganizations([without('1', '2'), without('2', '3')])).toEqual(['1', '2', '3'])
})

test('groups items by repository in the order of their first items', () => {
  const item = (id: number, repo: string): InboxItem => ({
    id,
    repo,
    title: 'Countdown stops',
    number: id,
    kind: 'issue',
    author: null,
    labels: [],
    comments: 0,
    createdAt: asOf,
    updatedAt: asOf,
    draft: false,
    url: null,
  })
  const [a, b, c] = [item(1, 'acme/b'), item(2, 'acme/a'), item(3, 'acme/b')]
  expect([...groupByRepo([a, b, c])]).toEqual([
    ['acme/b', [a, c]],
    ['acme/a', [b]],
  ])
})
