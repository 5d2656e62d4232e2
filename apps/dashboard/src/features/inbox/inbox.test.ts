import { expect, test } from 'vitest'
import {
  changeSince,
  countChanged,
  countShown,
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

function item(id: number, repo = 'acme/rocket', dates: Partial<InboxItem> = {}): InboxItem {
  return {
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
    ...dates,
  }
}

const isNotHidden = () => false

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
  expect(countWaiting(sections, isNotHidden)).toBe(120)
  expect(countWaiting([section('stale', 40)], isNotHidden)).toBe(40)
  expect(countWaiting([section('awaiting-response', 105), failed], isNotHidden)).toBeNull()
})

test('counts neither hidden items nor those of bots, in headings and in the title', () => {
  const items = [item(1), item(2), item(3)]
  const found = { items, page: 1, hasNext: true, lastPage: 4, total: 105, bots: 2 }
  const isHidden = ({ id }: InboxItem) => id === 2
  expect(countShown(found, isHidden)).toEqual({ shown: 102, hidden: 1 })
  expect(countShown(found, isNotHidden)).toEqual({ shown: 103, hidden: 0 })
  expect(countShown({ ...found, total: null }, isHidden)).toEqual({ shown: null, hidden: 1 })

  const awaiting = section('awaiting-response', 105)
  const sections = [
    { ...awaiting, items: { state: 'ready', data: found, asOf } as const },
    section('review-requested', 15),
  ]
  expect(countWaiting(sections, isHidden)).toBe(117)
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
  const [a, b, c] = [item(1, 'acme/b'), item(2, 'acme/a'), item(3, 'acme/b')]
  expect([...groupByRepo([a, b, c])]).toEqual([
    ['acme/b', [a, c]],
    ['acme/a', [b]],
  ])
})

test('knows what is new or updated since the last visit', () => {
  const opened = item(1, 'acme/rocket', { updatedAt: '2026-06-03T00:00:00Z' })
  expect(changeSince('2026-06-01T00:00:00.000Z', opened)).toBe('new')
  expect(changeSince('2026-06-02T00:00:00.000Z', opened)).toBe('updated')
  expect(changeSince('2026-06-03T00:00:00.000Z', opened)).toBeUndefined()
  expect(changeSince(null, opened)).toBeUndefined()
  expect(changeSince(asOf, { ...opened, updatedAt: null })).toBeUndefined()
})

test('counts each changed item once, and no hidden one', () => {
  const data = {
    items: [item(1), item(2)],
    page: 1,
    hasNext: false,
    lastPage: 1,
    total: 2,
    bots: 0,
  }
  const sections = [section('awaiting-response', 2), section('stale', 2)].map((found) => ({
    ...found,
    items: { state: 'ready' as const, data, asOf },
  }))
  const since = '2026-06-01T00:00:00Z'
  expect(countChanged([...sections, failed], since, () => false)).toBe(2)
  expect(countChanged(sections, since, ({ id }) => id === 1)).toBe(1)
})
