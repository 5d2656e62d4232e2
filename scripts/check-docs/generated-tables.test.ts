import { expect, test } from 'vitest'
import { findOutdatedTables, formatDuration, replaceTables } from './generated-tables.ts'

const tables = { waits: { head: ['after', 'wait'], rows: [['a 404', '30 s']] } }
const current = `# Waits

<!-- table: waits -->

| after | wait |
| ----- | ---- |
| a 404 | 30 s |

<!-- end of table -->

The rest.
`
const outdated = current.replace('30 s', '20 s')

test('reports a table that differs from its constants', () => {
  expect(findOutdatedTables(new Map([['docs/waits.md', current]]), tables)).toEqual([])
  expect(findOutdatedTables(new Map([['docs/waits.md', outdated]]), tables)).toEqual([
    'docs/waits.md: outdated table waits; run pnpm check-docs --write',
  ])
})

test('reports a table without constants, and constants without a table', () => {
  expect(findOutdatedTables(new Map([['docs/waits.md', current]]), {})).toEqual([
    'docs/waits.md: outdated table waits; run pnpm check-docs --write',
  ])
  expect(findOutdatedTables(new Map([['docs/waits.md', 'Nothing.']]), tables)).toEqual([
    'no document contains the table waits',
  ])
})

test('writes a table from its constants, and nothing else', () => {
  expect(replaceTables(outdated, tables)).toBe(current)
  expect(replaceTables(outdated, {})).toBe(outdated)
  const empty = '<!-- table: waits -->\n<!-- end of table -->\n'
  expect(`# Waits\n\n${replaceTables(empty, tables)}\nThe rest.\n`).toBe(current)
})

test.each([
  [0, 'none'],
  [0.05, '50 ms'],
  [3.5, '3.5 s'],
  [60, '1 min'],
  [605, '10 min 5 s'],
  [3600, '1 h'],
  [86_940, '24 h 9 min'],
])('formats %d seconds as %s', (seconds, text) => {
  expect(formatDuration(seconds)).toBe(text)
})
