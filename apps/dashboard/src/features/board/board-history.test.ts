import { expect, test } from 'vitest'
import {
  addSnapshot,
  type BoardSnapshot,
  compareWith,
  findPast,
  parseHistories,
  recordSnapshot,
  takeSnapshot,
} from './board-history.ts'
import { rowWith } from './test-support.ts'

const noon = (day: number) => `2026-06-${String(day).padStart(2, '0')}T12:00:00.000Z`

function snapshot(day: number, issues = day): BoardSnapshot {
  return { at: noon(day), repos: { 1: { issues } } }
}

test('takes the known numbers of the rows that were read, by ID', () => {
  const rows = [
    rowWith('acme/rocket', { awaitingResponse: { value: 50, orMore: true } }),
    rowWith(
      'acme/blank',
      {
        runs: { value: null },
        issues: { state: 'disabled' },
        unreleased: { value: null },
        newStars: { state: 'computing' },
      },
      2,
    ),
    rowWith('acme/unknown', {}, null),
    { name: 'acme/nothing', missing: 'not-found' as const },
  ]
  expect(takeSnapshot(rows, noon(1))).toEqual({
    at: noon(1),
    repos: {
      1: {
        passRate: 97,
        issues: 31,
        pulls: 7,
        unreleased: 12,
        newStars: 351,
        advisories: 1,
        unpatched: 0,
      },
      2: { awaitingResponse: 4, pulls: 7, advisories: 1, unpatched: 0 },
    },
  })
})

test('keeps one snapshot a day, with what was known last, of ten days', () => {
  const days = Array.from({ length: 12 }, (_, index) => snapshot(index + 1))
  const history = days.reduce<BoardSnapshot[]>((all, next) => addSnapshot(all, next), [])
  expect(history).toEqual(days.slice(2))

  const later = { at: '2026-06-12T20:00:00.000Z', repos: { 1: { pulls: 3 }, 2: {} } }
  expect(addSnapshot(history, later).at(-1)).toEqual({
    at: later.at,
    repos: { 1: { issues: 12, pulls: 3 }, 2: {} },
  })
})

test.each([
  [[], undefined],
  [[12], undefined],
  [[11, 12], 11],
  [[1, 3, 6, 11, 12], 6],
  [[1, 2], 2],
])('of the days %j, the past on the twelfth is day %s', (days, past) => {
  const history = days.map((day) => snapshot(day))
  expect(findPast(history, Date.parse(noon(12)))?.at).toBe(past && noon(past))
})

test('lists by repository the numbers that differ and are known at both times', () => {
  const figures = { passRate: 99, issues: 30, pulls: 7, stars: 1 }
  const past = { at: noon(1), repos: { 1: figures, 2: { pulls: 7 }, 4: { issues: 1 } } }
  const rows = [rowWith('acme/renamed'), rowWith('acme/same', {}, 2), rowWith('acme/new', {}, 3)]
  expect(compareWith(past, rows)).toEqual([
    {
      repo: 'acme/renamed',
      changes: [
        { title: 'CI: passing runs', isPercent: true, before: 99, now: 97 },
        { title: 'Open issues', isPercent: false, before: 30, now: 31 },
      ],
    },
  ])
})

test('keeps the histories of the six boards that were viewed last', () => {
  const boards = ['a', 'b', 'c', 'd', 'e', 'f', 'a', 'g']
  const histories = boards.reduce((all, board) => recordSnapshot(all, board, snapshot(1)), {})
  expect(Object.keys(histories)).toEqual(['c', 'd', 'e', 'f', 'a', 'g'])
})

test.each(['', '7', '[]', '{"a":7}', '{"a":[null,7,{"at":"x"}]}'])(
  'reads no snapshot from %j',
  (text) => {
    expect(Object.values(parseHistories(text)).flat()).toEqual([])
  },
)

test('reads what it has written, without other values', () => {
  const histories = { board: [snapshot(1)] }
  expect(parseHistories(JSON.stringify(histories))).toEqual(histories)
  const odd = { at: noon(1), repos: { 1: { issues: '<b>', pulls: 2 }, 2: null } }
  expect(parseHistories(JSON.stringify({ board: [odd] }))).toEqual({
    board: [{ at: noon(1), repos: { 1: { pulls: 2 }, 2: {} } }],
  })
})
