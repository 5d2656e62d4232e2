import { expect, test } from 'vitest'
import {
  hideItem,
  isHidden,
  localDay,
  mergeInboxStates,
  NO_INBOX_STATE,
  nextMonday,
  parseInboxStates,
  recordVisit,
  showItem,
  withQueries,
} from './inbox-states.ts'

const item = { id: 7, updatedAt: '2026-06-01T08:00:00Z' }
const monday = new Date(2026, 5, 1, 23, 30).getTime()

test('hides an item until a day', () => {
  const state = hideItem(NO_INBOX_STATE, item, localDay(monday, 1))
  expect(state.hidden).toEqual([{ id: 7, until: '2026-06-02', updatedAt: item.updatedAt }])
  expect(isHidden(state, item, '2026-06-01')).toBe(true)
  expect(isHidden(state, { ...item, updatedAt: null }, '2026-06-01')).toBe(true)
  expect(isHidden(state, item, '2026-06-02')).toBe(false)
  expect(isHidden(state, { ...item, id: 8 }, '2026-06-01')).toBe(false)
})

test('hides an item until something happens', () => {
  const state = hideItem(hideItem(NO_INBOX_STATE, item, '2026-06-02'), item, null)
  expect(state.hidden).toHaveLength(1)
  expect(isHidden(state, item, '2036-06-01')).toBe(true)
  expect(isHidden(state, { ...item, updatedAt: '2026-06-01T08:00:01Z' }, '2026-06-01')).toBe(false)
  expect(isHidden(showItem(state, 7), item, '2026-06-01')).toBe(false)
})

test('knows the local days until tomorrow and next week', () => {
  expect(localDay(monday)).toBe('2026-06-01')
  expect(localDay(new Date(2026, 11, 31).getTime(), 1)).toBe('2027-01-01')
  expect(nextMonday(monday)).toBe('2026-06-08')
  expect(nextMonday(new Date(2026, 5, 7, 1).getTime())).toBe('2026-06-08')
})

test('begins a new visit after half an hour', () => {
  const first = recordVisit(NO_INBOX_STATE, '2026-06-01T08:00:00.000Z')
  expect(first.visit).toEqual({ lastAt: '2026-06-01T08:00:00.000Z', previousAt: null })
  const same = recordVisit(first, '2026-06-01T08:20:00.000Z')
  expect(same.visit).toEqual({ lastAt: '2026-06-01T08:20:00.000Z', previousAt: null })
  const next = recordVisit(same, '2026-06-01T09:00:00.000Z')
  expect(next.visit).toEqual({
    lastAt: '2026-06-01T09:00:00.000Z',
    previousAt: '2026-06-01T08:20:00.000Z',
  })
  expect(recordVisit(next, '2026-06-01T08:00:00.000Z')).toBe(next)
})

test('saves the last three searches, each once', () => {
  expect(withQueries(NO_INBOX_STATE, ['a', 'b', 'a', 'c', 'd']).queries).toEqual(['b', 'c', 'd'])
})

test('adds what another browser has saved', () => {
  const here = { ann: withQueries(hideItem(NO_INBOX_STATE, item, null), ['is:pr']) }
  const there = {
    ann: withQueries(
      hideItem(hideItem(NO_INBOX_STATE, item, '2026-06-02'), { ...item, id: 8 }, null),
      ['is:issue'],
    ),
    ben: recordVisit(NO_INBOX_STATE, '2026-06-01T08:00:00.000Z'),
  }
  expect(mergeInboxStates(here, there)).toEqual({
    ann: {
      hidden: [
        { id: 8, until: null, updatedAt: item.updatedAt },
        { id: 7, until: null, updatedAt: item.updatedAt },
      ],
      queries: ['is:issue', 'is:pr'],
      visit: null,
    },
    ben: there.ben,
  })
})

test('parses what it writes, and leaves out what is invalid', () => {
  const states = { ann: recordVisit(hideItem(NO_INBOX_STATE, item, '2026-06-02'), item.updatedAt) }
  expect(parseInboxStates(JSON.parse(JSON.stringify(states)))).toEqual(states)
  expect(
    parseInboxStates({
      'a b': {},
      ann: {
        hidden: [
          null,
          { id: '7' },
          { id: 7, until: 'soon', updatedAt: null },
          { id: 8, until: null },
        ],
        queries: [1, '', 'is:pr'],
        visit: { lastAt: 'today' },
      },
      ben: 7,
    }),
  ).toEqual({ ann: { hidden: [], queries: ['is:pr'], visit: null }, ben: NO_INBOX_STATE })
  expect(parseInboxStates(['ann'])).toEqual({})
})
