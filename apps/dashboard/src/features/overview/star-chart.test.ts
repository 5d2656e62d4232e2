import { expect, test } from 'vitest'
import { starChart } from './star-chart.ts'

function weeksOf(...stars: number[]) {
  const first = Date.UTC(2025, 5, 1)
  return stars.map((count, index) => ({
    beginsAt: new Date(first + index * 7 * 86_400_000).toISOString(),
    stars: count,
  }))
}

const values = (chart: ReturnType<typeof starChart>) => chart.plot.values

test('counts back from today’s stars', () => {
  // 100 today: 10 + 0 + 5 of them in these weeks, so 85 before.
  const chart = starChart(weeksOf(10, 0, 5), 100)
  expect(values(chart)).toEqual([95, 95, 100])
  expect(chart.plot.labels).toEqual({ firstWeek: '2025-06-01T00:00:00.000Z' })
})

test('marks the weeks of releases', () => {
  const release = { tag: 'v1', publishedAt: '2025-06-09T00:00:00Z', prerelease: false }
  expect(starChart(weeksOf(1, 2), 3, [release]).plot.events).toEqual([
    { index: 1, text: 'Released v1' },
  ])
})

test('sums the year and the last four weeks', () => {
  const { total, recent } = starChart(weeksOf(50, 1, 2, 3, 4), 1000)
  expect({ total, recent }).toEqual({ total: 60, recent: 10 })
})

test('counts from zero when today’s stars are unknown or fewer than the sum of the weeks', () => {
  expect(values(starChart(weeksOf(10, 5), null))).toEqual([10, 15])
  expect(values(starChart(weeksOf(10, 5), 3))).toEqual([10, 15])
})

test('is empty without weeks', () => {
  expect(starChart([], 7)).toMatchObject({ recent: 0, total: 0, plot: { values: [] } })
})
