import { expect, test } from 'vitest'
import { asOf, githubReturning } from '../test-support/github.ts'

const since = '2026-05-25T00:00:00Z'
const before = '2026-05-24T23:59:59Z'
const pull_request = { url: 'https://api.github.com/pulls/1' }

test('subtracts the items closed since a time from those opened', async () => {
  const { requests, countOpenChanges } = githubReturning({
    body: [
      { created_at: since, closed_at: null },
      { created_at: '2026-05-31T12:00:00Z', closed_at: null },
      { created_at: '2026-05-26T12:00:00Z', closed_at: '2026-05-27T12:00:00Z' },
      { created_at: before, closed_at: '2026-05-30T12:00:00Z' },
      { created_at: before, closed_at: before },
      { created_at: before, closed_at: since, pull_request },
      { created_at: before, closed_at: null, pull_request },
    ],
  })
  expect(await countOpenChanges('acme', 'rocket', since)).toEqual({
    data: { issues: 1, pulls: -1 },
    asOf,
  })
  expect(requests.map(({ url }) => url)).toEqual([
    'https://github.test/repos/acme/rocket/issues?since=2026-05-25T00%3A00%3A00Z&state=all&sort=updated&per_page=100',
  ])
})

test('does not know the change if more items have changed than it reads', async () => {
  const { countOpenChanges } = githubReturning({
    body: [{ created_at: since, closed_at: null }],
    headers: { link: '<https://api.github.com/repositories/1/issues?page=2>; rel="next"' },
  })
  expect((await countOpenChanges('acme', 'rocket', since)).data).toBe(null)
})

test('is partial without an item that cannot be read', async () => {
  const { countOpenChanges } = githubReturning({
    body: [{ created_at: null }, { created_at: since, closed_at: null }],
  })
  expect(await countOpenChanges('acme', 'rocket', since)).toEqual({
    data: { issues: 1, pulls: 0 },
    asOf,
    partial: true,
  })
})
