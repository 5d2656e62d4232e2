import { expect, test } from 'vitest'
import { codeCharts, commitCharts, sumParticipation } from './activity-charts.ts'

const sunday = '2026-05-24T00:00:00.000Z'
const next = '2026-05-31T00:00:00.000Z'

test('sums commits by weekday from Monday on, and names the busiest day', () => {
  const { weekdays, weeks, busiest } = commitCharts([
    { beginsAt: sunday, commits: 28, days: [1, 2, 3, 4, 5, 6, 7] },
    { beginsAt: next, commits: 3, days: [3, 0, 0, 0, 0, 0, 0] },
  ])
  expect(weekdays).toMatchObject({
    values: [2, 3, 4, 5, 6, 7, 4],
    labels: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  })
  expect(weekdays.ticks.map(({ text }) => text)).toEqual([
    'Mon',
    'Tue',
    'Wed',
    'Thu',
    'Fri',
    'Sat',
    'Sun',
  ])
  expect(weeks.total).toBe(31)
  expect(busiest).toBe('Saturday')
})

test('has no busiest day without commits', () => {
  expect(commitCharts([]).busiest).toBe(null)
})

test('lays out additions and deletions on one scale', () => {
  const charts = codeCharts([
    { beginsAt: sunday, added: 100, removed: 20 },
    { beginsAt: next, added: 50, removed: 0 },
  ])
  expect(charts?.added.total).toBe(150)
  expect(charts?.removed.total).toBe(20)
  expect(charts?.removed.plot.grid).toEqual(charts?.added.plot.grid)
  expect(charts?.added.plot.labels).toEqual({ firstWeek: '2026-05-24T00:00:00.000Z' })
})

test('is null when GitHub has no line counts', () => {
  expect(codeCharts(null)).toBe(null)
})

test('sums the commits of all contributors and of the owner', () => {
  expect(sumParticipation({ all: [3, 4], owner: [1, 0] })).toEqual({ all: 7, owner: 1 })
})

test('fits into a page’s props', () => {
  const beginsAt = sunday
  const code = Array.from({ length: 52 }, () => ({ beginsAt, added: 123_456, removed: 98_765 }))
  const commits = Array.from({ length: 52 }, () => ({
    beginsAt,
    commits: 999,
    days: Array(7).fill(9),
  }))
  const size = JSON.stringify([codeCharts(code), commitCharts(commits)]).length
  expect(size).toBeLessThan(16_000)
})
