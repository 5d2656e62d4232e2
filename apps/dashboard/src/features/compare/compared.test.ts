import { expect, test } from 'vitest'
import { commitChart } from '#components/charts/commit-chart.ts'
import type { Overview } from '#features/overview/repo-overview.tsx'
import { starChart } from '#features/overview/star-chart.ts'
import { type ComparedChart, columnsFrom, fourWeeks } from './compared.ts'
import { asOf, overviewWith, weeks } from './test-support.ts'

const week = (number: number) => ({ label: `Week of May ${number}, 2026`, value: number })

test('sums weeks by four, so that the last four are together and the first has the rest', () => {
  expect(fourWeeks([1, 2, 3, 4, 5, 6, 7, 8, 9].map(week))).toEqual([
    { label: 'One week from May 1, 2026', value: 1, since: 'May 1, 2026' },
    { label: 'Four weeks from May 2, 2026', value: 14, since: 'May 2, 2026' },
    { label: 'Four weeks from May 6, 2026', value: 30, since: 'May 6, 2026' },
  ])
})

test('has a bar of the weeks that there are where there are not four', () => {
  expect(fourWeeks([1, 2, 3].map(week))).toEqual([
    { label: 'Three weeks from May 1, 2026', value: 6, since: 'May 1, 2026' },
  ])
  expect(fourWeeks([])).toEqual([])
})

function columnOf(parts: Partial<Overview>) {
  const [column] = columnsFrom([{ name: 'acme/rocket', overview: overviewWith(parts) }])
  if (!column || 'missing' in column) throw new Error('The column is not there')
  return column
}

function drawn(chart: ComparedChart) {
  if (!('plot' in chart)) throw new Error(`The chart is ${chart.state}`)
  const { bars, ticks } = chart.plot
  return { values: bars.map(({ value }) => value), ticks: ticks.map(({ text }) => text) }
}

test.each([
  [3, [3], ['May 17, 2026']],
  [11, [3, 4, 4], ['Mar 22, 2026', 'now']],
  [52, Array(13).fill(4), ['Jun 8, 2025', 'now']],
])('the charts of %i weeks have them all, and say when they begin', (count, values, ticks) => {
  const { commits, stars } = columnOf({
    commits: { state: 'ready', data: commitChart(weeks(count)), asOf },
    stars: { state: 'ready', data: starChart(weeks(count), 60), asOf },
  })
  expect(drawn(commits)).toEqual({ values, ticks })
  expect(drawn(stars)).toEqual({ values, ticks })
})

test('a chart that is not there keeps its state, and until when GitHub asks to wait', () => {
  const until = '2026-06-01T12:30:00.000Z'
  const { commits, stars } = columnOf({
    commits: { state: 'computing' },
    stars: { state: 'rate-limited', until },
  })
  expect(commits).toEqual({ state: 'computing' })
  expect(stars).toEqual({ state: 'rate-limited', until })
})

test('the first hundred contributors are not all of them, in an old answer neither', () => {
  const data = { people: [], total: 100, busFactor: null }
  const figureOf = (contributors: Overview['contributors']) =>
    columnOf({ contributors }).figures.at(-1)

  expect(figureOf({ state: 'ready', data, asOf })).toBe(100)
  expect(figureOf({ state: 'partial', data, asOf })).toEqual({ moreThan: 100 })
  expect(figureOf({ state: 'stale', reason: 'revalidating', partial: true, data, asOf })).toEqual({
    moreThan: 100,
  })
  expect(figureOf({ state: 'unavailable' })).toBe(null)
})
