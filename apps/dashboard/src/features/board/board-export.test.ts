import { expect, test } from 'vitest'
import { exportBoard } from './board-export.ts'
import { asOf, rowWith } from './test-support.ts'

test('exports a repository that could not be read with its error', () => {
  const exported = exportBoard([
    { name: 'acme/nothing', missing: 'not-found' },
    {
      ...rowWith('acme/rocket', { issues: { state: 'rate-limited', until: asOf } }),
      formerNames: ['acme/old'],
    },
    { name: 'acme/down', failure: { state: 'rate-limited', until: asOf } },
  ])
  expect(exported).toEqual([
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
