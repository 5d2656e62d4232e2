import { expect, test } from 'vitest'
import { fullStarChart } from './full-star-chart.ts'

/** Weeks from a Sunday on, each with its number of stars; null for a missing week. */
function historyOf(first: string, stars: readonly (number | null)[], isSampled = false) {
  const weeks = stars.flatMap((count, index) => {
    const beginsAt = new Date(Date.parse(first) + index * 7 * 86_400_000).toISOString()
    return count === null ? [] : [{ beginsAt, stars: count }]
  })
  return { weeks, requests: 3, isSampled }
}

const sunday = '2026-05-03T00:00:00.000Z'

test('sums the stars per week from zero, on an axis from zero', () => {
  const chart = fullStarChart(historyOf(sunday, [10, 0, 5]), 15)
  expect(chart).toMatchObject({
    total: 15,
    requests: 3,
    isEstimated: false,
    plot: { values: [10, 10, 15], floor: 0, labels: { firstWeek: sunday } },
  })
  expect(fullStarChart(historyOf(sunday, [100, 1]), 101).plot.floor).toBe(0)
})

test('starts with the stars that no week contains', () => {
  expect(fullStarChart(historyOf(sunday, [1, 2]), 10).plot.values).toEqual([8, 10])
})

test('sums the weeks when today’s stars are unknown or fewer', () => {
  expect(fullStarChart(historyOf(sunday, [1, 2]), null).plot.values).toEqual([1, 3])
  expect(fullStarChart(historyOf(sunday, [1, 2]), 2).plot.values).toEqual([1, 3])
})

test('estimates missing weeks so that the sum is today’s stars', () => {
  const chart = fullStarChart(historyOf(sunday, [10, null, null, 10], true), 60)
  expect(chart.plot.values).toEqual([10, 30, 50, 60])
  expect(chart.isEstimated).toBe(true)
})

test('shows more than two years by month, with the release of each', () => {
  const history = historyOf('2022-12-25T00:00:00.000Z', Array(120).fill(1))
  const release = { tag: 'v1', publishedAt: '2025-03-30T12:00:00Z', prerelease: false }
  const { plot } = fullStarChart(history, 120, [release])
  expect(plot.values.slice(0, 3)).toEqual([1, 6, 10])
  expect(plot.values.at(-1)).toBe(120)
  expect(plot.labels).toMatchObject({ 0: 'Dec 2022', 1: 'Jan 2023', 2: 'Feb 2023' })
  expect(plot.ticks.map(({ text }) => text)).toEqual(['2023', '2024', '2025', 'now'])
  expect(plot.events).toEqual([{ index: 27, text: 'Released v1' }])
})

test('is empty without weeks', () => {
  expect(fullStarChart(historyOf(sunday, []), 0)).toMatchObject({ total: 0, plot: { values: [] } })
})

test('fits into a page’s props', () => {
  const history = historyOf('2008-04-06T00:00:00.000Z', Array(980).fill(250))
  expect(JSON.stringify(fullStarChart(history, 245_000)).length).toBeLessThan(6000)
})
