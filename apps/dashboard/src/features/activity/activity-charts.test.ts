import { expect, test } from 'vitest'
import { codeChart, commitCharts, sumParticipation } from './activity-charts.ts'

const sunday = '2026-05-24T00:00:00.000Z'
const next = '2026-05-31T00:00:00.000Z'

/** Weeks that begin on Sundays, the last on May 31, 2026. */
function weeksOf<Facts extends object>(count: number, facts: Facts) {
  return Array.from({ length: count }, (_, index) => ({
    beginsAt: new Date(Date.parse(next) - (count - 1 - index) * 7 * 86_400_000).toISOString(),
    ...facts,
  }))
}

test('sums commits by weekday from Monday on, and names the busiest day', () => {
  const { weekdays, weeks, busiest } = commitCharts(
    [
      { beginsAt: sunday, commits: 28, days: [1, 2, 3, 4, 5, 6, 7] },
      { beginsAt: next, commits: 3, days: [3, 0, 0, 0, 0, 0, 0] },
    ],
    '1y',
  )
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

test('lays out the days of every week that has them', () => {
  const days = [1, 2, 3, 4, 5, 6, 7]
  const { days: plot } = commitCharts(
    [
      { beginsAt: '2026-05-17T00:00:00.000Z', commits: 5, days: [] },
      { beginsAt: sunday, commits: 28, days },
      { beginsAt: next, commits: 28, days },
    ],
    '1y',
  )
  expect(plot).toMatchObject({ values: [...days, ...days], rows: 7, labels: { firstDay: sunday } })
})

test('labels every day if a week is missing', () => {
  const week = { commits: 7, days: [1, 1, 1, 1, 1, 1, 1] }
  const { days } = commitCharts(
    [
      { beginsAt: '2026-05-17T00:00:00.000Z', ...week },
      { beginsAt: next, ...week },
    ],
    '1y',
  )
  expect(days.labels).toHaveLength(14)
  expect(days.labels).toMatchObject({ 6: 'May 23, 2026', 7: 'May 31, 2026' })
})

test('has no busiest day without commits', () => {
  expect(commitCharts([], '1y').busiest).toBe(null)
})

test.each([
  ['3m', 13],
  ['1y', 52],
  ['all', 52],
] as const)('shows for the range %s the commits of the latest %i weeks', (range, count) => {
  const weeks = weeksOf(60, { commits: 7, days: [1, 1, 1, 1, 1, 1, 1] })
  const charts = commitCharts(weeks, range)
  expect(charts.weeks.total).toBe(count * 7)
  expect(charts.days.values).toHaveLength(count * 7)
  const participation = { all: Array(60).fill(3), owner: Array(60).fill(1) }
  expect(sumParticipation(participation, range)).toEqual({ all: count * 3, owner: count })
})

test('lays out additions above the axis and deletions below it', () => {
  const weeks = [
    { beginsAt: sunday, added: 100, removed: 20 },
    { beginsAt: next, added: 50, removed: 0 },
  ]
  expect(codeChart(weeks, '1y')).toMatchObject({
    added: 150,
    removed: 20,
    plot: { values: [100, 50], below: [20, 0], labels: { firstWeek: sunday } },
  })
})

test('shows the lines of 13 weeks for three months, and of a year for one year', () => {
  const weeks = weeksOf(60, { added: 2, removed: 1 })
  expect(codeChart(weeks, '3m')).toMatchObject({ added: 26, removed: 13 })
  expect(codeChart(weeks, '1y')).toMatchObject({ added: 104, removed: 52 })
})

test('sums the whole history by month, with a tick each January', () => {
  const chart = codeChart(
    [
      { beginsAt: '2024-11-24T00:00:00.000Z', added: 1, removed: 0 },
      { beginsAt: '2024-12-01T00:00:00.000Z', added: 2, removed: 1 },
      { beginsAt: '2024-12-29T00:00:00.000Z', added: 3, removed: 1 },
      { beginsAt: '2025-02-02T00:00:00.000Z', added: 4, removed: 1 },
      { beginsAt: '2025-03-02T00:00:00.000Z', added: 5, removed: 1 },
    ],
    'all',
  )
  expect(chart).toMatchObject({
    added: 15,
    removed: 4,
    plot: {
      values: [1, 5, 0, 4, 5],
      below: [0, 2, 0, 1, 1],
      labels: ['Nov 2024', 'Dec 2024', 'Jan 2025', 'Feb 2025', 'Mar 2025'],
    },
  })
  expect(chart?.plot.ticks.map(({ text }) => text)).toEqual(['2025', 'now'])
})

test('has at most six years as ticks for a long history', () => {
  const chart = codeChart(weeksOf(18 * 52, { added: 1, removed: 1 }), 'all')
  expect(chart?.plot.ticks.map(({ text }) => text)).toEqual([
    '2010',
    '2013',
    '2016',
    '2019',
    '2022',
    'now',
  ])
})

test('is null when GitHub has no line counts', () => {
  expect(codeChart(null, '1y')).toBe(null)
})

test('fits into a page’s props', () => {
  const code = weeksOf(18 * 52, { added: 123_456, removed: 98_765 })
  const commits = weeksOf(52, { commits: 999, days: Array(7).fill(99) })
  const sizeOf = (value: unknown) => JSON.stringify(value).length
  expect(sizeOf(codeChart(code, 'all'))).toBeLessThan(9000)
  expect(sizeOf(codeChart(code, '1y'))).toBeLessThan(2000)
  expect(sizeOf(commitCharts(commits, '1y'))).toBeLessThan(4000)
})
