import { expect, test } from 'vitest'
import { exportBoard } from './board-export.ts'
import { asOf, rowWith } from './test-support.ts'

test('exports a repository that could not be read with its error', () => {
  const rows = [
    { name: 'acme/nothing', missing: 'not-found' as const },
    {
      ...rowWith('acme/rocket', { issues: { state: 'rate-limited', until: asOf } }),
      formerNames: ['acme/old'],
    },
    { name: 'acme/down', failure: { state: 'rate-limited' as const, until: asOf } },
  ]
  expect(exportBoard(rows, null)).toEqual([
    {
      repository: 'acme/nothing',
      source: null,
      asOf: null,
      facts: [],
      error: { kind: 'not-found' },
    },
    expect.objectContaining({
      repository: 'acme/rocket',
      formerNames: ['acme/old'],
      source: 'https://github.test/acme/rocket',
      facts: expect.arrayContaining([
        {
          name: 'Open issues',
          value: null,
          error: { kind: 'rate-limited', until: asOf },
          asOf,
        },
      ]),
      error: null,
    }),
    expect.objectContaining({
      repository: 'acme/down',
      error: { kind: 'rate-limited', until: asOf },
    }),
  ])
})

test('exports a board in its order', () => {
  const rows = [rowWith('acme/few', { issues: { value: 2 } }), rowWith('acme/many')]
  const namesIn = (direction: 'asc' | 'desc') =>
    exportBoard(rows, { column: 'issues', direction }).map(({ repository }) => repository)
  expect(namesIn('asc')).toEqual(['acme/few', 'acme/many'])
  expect(namesIn('desc')).toEqual(['acme/many', 'acme/few'])
})
