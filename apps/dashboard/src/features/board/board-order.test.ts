import { expect, test } from 'vitest'
import { boardColumns, parseBoardOrder, sortPath, sortRows } from './board-order.ts'
import { rowWith } from './test-support.ts'

const [name, ci] = boardColumns
const computing = { state: 'computing' } as const

test.each([
  [{}, null],
  [{ sort: 'nothing' }, null],
  [{ sort: 'name' }, { column: 'name', direction: 'asc' }],
  [{ sort: 'issues' }, { column: 'issues', direction: 'desc' }],
  [
    { sort: 'issues', order: 'asc' },
    { column: 'issues', direction: 'asc' },
  ],
  [
    { sort: 'issues', order: 'sideways' },
    { column: 'issues', direction: 'desc' },
  ],
])('the order of %j is %j', (query, order) => {
  expect(parseBoardOrder(query)).toEqual(order)
})

test('the link of a column turns its own order around', () => {
  const path = (column: typeof name | typeof ci, query: object) =>
    sortPath('/board', { repos: 'a/b' }, column, parseBoardOrder({ ...query }))
  expect(path(name, {})).toBe('/board?repos=a%2Fb&sort=name')
  expect(path(name, { sort: 'name' })).toBe('/board?repos=a%2Fb&sort=name&order=desc')
  expect(path(name, { sort: 'name', order: 'desc' })).toBe('/board?repos=a%2Fb&sort=name')
  expect(path(ci, { sort: 'name' })).toBe('/board?repos=a%2Fb&sort=ci')
})

const rows = [
  { name: 'a/missing', missing: 'not-found' as const },
  rowWith('a/few', { issues: { value: 2 } }),
  rowWith('a/unread', { issues: computing }),
  rowWith('a/none', { issues: { value: 0 } }),
  rowWith('a/disabled', { issues: { state: 'disabled' } }),
  rowWith('a/many', { issues: { value: 1000 } }),
  rowWith('a/unknown', { issues: { value: null } }),
]

test.each([
  ['desc', ['a/many', 'a/few', 'a/none']],
  ['asc', ['a/none', 'a/few', 'a/many']],
] as const)(
  'rows without a number are last in the order %s, and disabled is not 0',
  (direction, first) => {
    const sorted = sortRows(rows, { column: 'issues', direction }).map((row) => row.name)
    expect(sorted).toEqual([...first, 'a/missing', 'a/unread', 'a/disabled', 'a/unknown'])
  },
)

test('without an order, rows stay as requested', () => {
  expect(sortRows(rows, null)).toEqual(rows)
})

test('a failing branch comes before a running and a passing one, and then the share of passing runs counts', () => {
  const ciOf = (state: 'passing' | 'pending' | 'failing', passed: number) =>
    rowWith(`a/${state}-${passed}`, {
      ci: { value: state },
      runs: { value: { passed, total: 30 } },
    })
  const branches = [
    ciOf('passing', 30),
    ciOf('failing', 29),
    rowWith('a/none', { ci: { value: 'none' }, runs: { value: null } }),
    ciOf('pending', 30),
    ciOf('passing', 10),
    ciOf('failing', 3),
  ]
  expect(sortRows(branches, { column: 'ci', direction: 'asc' }).map((row) => row.name)).toEqual([
    'a/failing-3',
    'a/failing-29',
    'a/pending-30',
    'a/passing-10',
    'a/passing-30',
    'a/none',
  ])
})

test('unpatched advisories come before any number of patched ones', () => {
  const patched = rowWith('a/patched', { advisories: { value: { published: 30, unpatched: 0 } } })
  const unpatched = rowWith('a/not', { advisories: { value: { published: 1, unpatched: 1 } } })
  expect(sortRows([patched, unpatched], { column: 'advisories', direction: 'desc' })).toEqual([
    unpatched,
    patched,
  ])
})

test('sorts every column without an error', () => {
  for (const { column } of boardColumns) {
    expect(sortRows(rows, { column, direction: 'asc' })).toHaveLength(rows.length)
  }
})
