import type { Checks, Repo } from '@repo/github'
import { expect, test } from 'vitest'
import { type BoardPanels, createCells, passPercent } from './board-row.ts'
import { asOf } from './test-support.ts'

function ready<T>(data: T) {
  return { state: 'ready', data, asOf } as const
}

const repo = { openIssuesAndPulls: 40, issuesDisabled: false } as Repo
const items = { issues: 31, pulls: 7, awaitingResponse: 4, mayAwaitMore: false }
const checks: Checks = {
  state: 'passing',
  total: 8,
  returned: 8,
  pending: 0,
  failing: [],
  url: null,
}
const panels: BoardPanels = {
  checks: ready(checks),
  runs: ready({ passed: 29, failed: 1 }),
  release: ready({ tag: 'v1', name: null, publishedAt: asOf, url: null }),
  unreleased: ready({ commits: 12, url: null }),
  items: ready(items),
  pulls: ready(7),
  advisories: ready([
    { id: 'a', severity: 'high', publishedAt: asOf, isWithdrawn: false, isPatched: false },
    { id: 'b', severity: 'low', publishedAt: asOf, isWithdrawn: false, isPatched: null },
    { id: 'c', severity: 'low', publishedAt: asOf, isWithdrawn: true, isPatched: false },
  ]),
  changes: ready({ issues: 2, pulls: -1 }),
  stars: ready([100, 1, 2, 3, 4].map((stars) => ({ beginsAt: asOf, stars }))),
}

function cellsOf(parts: Partial<BoardPanels>, facts: Partial<Repo> = {}) {
  return createCells({ ...repo, ...facts }, { ...panels, ...parts })
}

test('derives the cells of a repository', () => {
  expect(cellsOf({})).toEqual({
    ci: { value: 'passing' },
    runs: { value: { passed: 29, total: 30 } },
    awaitingResponse: { value: 4 },
    issues: { value: 31 },
    issuesChange: { value: 2 },
    pulls: { value: 7 },
    pullsChange: { value: -1 },
    unreleased: { value: { commits: 12 } },
    release: { value: { tag: 'v1', publishedAt: asOf } },
    newStars: { value: 10 },
    advisories: { value: { published: 2, unpatched: 1 } },
  })
})

test('where there is none, a cell has a value of null', () => {
  const none = cellsOf({
    runs: ready({ passed: 0, failed: 0 }),
    release: ready(null),
    unreleased: ready(null),
  })
  expect(none).toMatchObject({
    runs: { value: null },
    release: { value: null },
    unreleased: { value: null },
  })
})

test('the state of CI is that of the checks, whatever the runs and however many checks are known', () => {
  const runs = ready({ passed: 30, failed: 0 })
  expect(
    cellsOf({
      checks: { state: 'partial', data: { ...checks, state: 'failing' }, asOf },
      runs: { ...runs, state: 'partial' },
    }),
  ).toMatchObject({ ci: { value: 'failing' }, runs: { value: { passed: 30, total: 30 } } })
})

test('of a long list, the open issues are the rest of what GitHub counts together', () => {
  const long = ready({ ...items, issues: null, pulls: null, mayAwaitMore: true })
  expect(cellsOf({ items: long, pulls: ready(9) })).toMatchObject({
    issues: { value: 31 },
    pulls: { value: 9 },
    awaitingResponse: { value: 4, orMore: true },
  })
  expect(cellsOf({ items: long, pulls: ready(null) }).issues).toEqual({ value: null })
  expect(cellsOf({ items: long, pulls: { state: 'unavailable' } }).issues).toEqual({
    state: 'unavailable',
  })
})

test('disabled issues are not 0, and pull requests still count', () => {
  expect(cellsOf({ items: null, changes: null, pulls: ready(3) })).toMatchObject({
    awaitingResponse: { state: 'disabled' },
    issues: { state: 'disabled' },
    issuesChange: { state: 'disabled' },
    pulls: { value: 3 },
    pullsChange: { state: 'disabled' },
  })
})

test('a cell without data has the reason, and one that cannot be updated its date', () => {
  const until = '2026-06-01T13:00:00.000Z'
  const old = { state: 'stale', reason: 'upstream-error', data: 5, asOf, until } as const
  const fresh = { state: 'stale', reason: 'revalidating', data: null, asOf } as const
  expect(
    cellsOf({
      checks: { state: 'rate-limited', until },
      pulls: old,
      changes: fresh,
      stars: { state: 'partial', data: [], asOf },
    }),
  ).toMatchObject({
    ci: { state: 'rate-limited', until },
    pulls: { value: 5, asOf },
    issuesChange: { value: null },
    newStars: { value: 0, orMore: true },
  })
})

test.each([
  [29, 30, 97],
  [299, 300, 99],
  [1, 300, 1],
  [30, 30, 100],
  [0, 30, 0],
])('%i passed runs of %i are %i%%', (passed, total, percent) => {
  expect(passPercent({ passed, total })).toBe(percent)
})
