import type { Conversation, IssueOrPull } from '@repo/github'
import { expect, test } from 'vitest'
import { createAgeChart, createIssueCharts } from './issue-charts.ts'

function issue(number: number, openedAt: string, closedAt: string | null = null): Conversation {
  return {
    number,
    url: null,
    kind: 'issue',
    author: { login: 'ann', isHuman: true },
    draft: false,
    openedAt,
    closedAt,
    mergedAt: null,
  }
}

const chartsOf = (items: Conversation[]) =>
  createIssueCharts({ items, comments: [], commentsSince: { issue: null, pull: null } }, 'issue')

test('counts what was opened and closed in each week from Sunday, on one scale', () => {
  const { weeks } = chartsOf([
    issue(3, '2026-05-17T00:00:00Z'),
    issue(2, '2026-05-09T23:59:59Z', '2026-05-10T00:00:00Z'),
    issue(1, '2026-05-03T00:00:00Z', '2026-05-10T12:00:00Z'),
    { ...issue(4, '2026-05-03T00:00:00Z'), kind: 'pull' },
  ])
  expect(weeks?.opened).toMatchObject({
    values: [2, 0, 1],
    labels: { firstWeek: '2026-05-03T00:00:00.000Z' },
    ticks: [{ text: 'May 3' }, { text: 'May 17' }],
    top: 2,
  })
  expect(weeks?.closed).toMatchObject({ values: [0, 2, 0], top: 2 })
  expect(weeks).toMatchObject({ openedTotal: 3, closedTotal: 2 })
})

test('shows at most the last 52 weeks', () => {
  const { weeks } = chartsOf([
    issue(2, '2026-05-17T00:00:00Z'),
    issue(1, '2016-05-17T00:00:00Z', '2016-05-18T00:00:00Z'),
  ])
  expect(weeks?.opened.values).toHaveLength(52)
  expect(weeks).toMatchObject({ openedTotal: 1, closedTotal: 0 })
})

test('counts durations by range, each limit in the longer range', () => {
  const opened = '2026-05-01T00:00:00Z'
  const { resolution } = chartsOf([
    issue(1, opened, '2026-05-01T00:59:59Z'),
    issue(2, opened, '2026-05-01T01:00:00Z'),
    issue(3, opened, '2026-05-02T00:00:00Z'),
    issue(4, opened, '2026-05-08T00:00:00Z'),
    issue(5, opened, '2026-05-31T00:00:00Z'),
    issue(6, opened),
  ])
  expect(resolution).toMatchObject({ total: 5, plot: { values: [1, 1, 1, 1, 1] } })
})

test('has no chart without items', () => {
  expect(chartsOf([])).toEqual({ weeks: null, firstResponse: null, resolution: null })
})

test('counts the ages of open items at the time of the read', () => {
  const items = ['2026-05-30T00:00:00Z', '2024-01-01T00:00:00Z', null].map(
    (createdAt) => ({ createdAt }) as IssueOrPull,
  )
  const page = { items, page: 1, hasNext: true, lastPage: 8, total: 231 }
  expect(createAgeChart(page, '2026-06-01T00:00:00Z')).toMatchObject({
    plot: { values: [1, 0, 0, 0, 1] },
    total: 2,
    openTotal: 231,
  })
  expect(createAgeChart({ ...page, items: [] }, '2026-06-01T00:00:00Z')).toBeNull()
})
