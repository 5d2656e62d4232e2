import { expect, test } from 'vitest'
import { createCommitChart } from './commit-chart.ts'

/** Weeks that begin on Sundays, from June 1, 2025. */
function weeksOf(...commits: number[]) {
  const first = Date.UTC(2025, 5, 1)
  return commits.map((count, index) => ({
    beginsAt: new Date(first + index * 7 * 86_400_000).toISOString(),
    commits: count,
    days: [count, 0, 0, 0, 0, 0, 0],
  }))
}

test.each([
  // Sorted without the last week: 1 3 9.
  [[9, 1, 3, 100], 3, 113],
  // 1 3 5 9: the two in the middle are 3 and 5.
  [[9, 1, 3, 5, 0], 4, 18],
  // 1 2: halfway between.
  [[2, 1, 7], 1.5, 10],
  // 9 10 100: sorted as numbers, not as text.
  [[10, 9, 100, 0], 10, 119],
  [[4, 9], 4, 13],
  [[0, 0, 0], 0, 0],
  // The only week is still in progress.
  [[7], 0, 7],
  [[], 0, 0],
])('computes for the weeks %j a median of %d and a total of %i', (commits, median, total) => {
  const chart = createCommitChart(weeksOf(...commits))
  expect({ median: chart.median, total: chart.total }).toEqual({ median, total })
})

test('labels consecutive weeks by the first, in UTC', () => {
  expect(createCommitChart(weeksOf(3, 5)).plot).toMatchObject({
    values: [3, 5],
    labels: { firstWeek: '2025-06-01T00:00:00.000Z' },
  })
})

test('labels every week if one is missing', () => {
  const [first, , third] = weeksOf(3, 4, 5)
  const weeks = [first, third].filter((week) => week !== undefined)
  expect(createCommitChart(weeks).plot).toMatchObject({
    values: [3, 5],
    labels: ['Week of Jun 1, 2025', 'Week of Jun 15, 2025'],
  })
})

test('marks the last week as partial', () => {
  expect(createCommitChart(weeksOf(3, 5)).plot.isLastPartial).toBe(true)
})

test('labels every 13th week with its month, and the last with "now"', () => {
  const { plot } = createCommitChart(weeksOf(...Array(52).fill(1)))
  // June 1, and 13, 26 and 39 weeks later: August 31, November 30, March 1.
  expect(plot.ticks.map(({ text }) => text)).toEqual(['Jun', 'Aug', 'Nov', 'Mar', 'now'])
})

test('omits a month that would overlap "now"', () => {
  const texts = (weeks: number) =>
    createCommitChart(weeksOf(...Array(weeks).fill(1))).plot.ticks.map(({ text }) => text)
  expect(texts(17)).toEqual(['Jun', 'now'])
  expect(texts(18)).toEqual(['Jun', 'Aug', 'now'])
  expect(texts(4)).toEqual(['now'])
  expect(texts(1)).toEqual(['now'])
  expect(texts(0)).toEqual([])
})

test('is small enough for the props of a page', () => {
  const weeks = weeksOf(...Array.from({ length: 52 }, (_, index) => index * 37))
  expect(JSON.stringify(createCommitChart(weeks)).length).toBeLessThan(1000)
})
