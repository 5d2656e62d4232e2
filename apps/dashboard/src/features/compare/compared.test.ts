import { expect, test } from 'vitest'
import { createCommitChart } from '#components/charts/commit-chart.ts'
import type { RepoDetails } from '#features/overview/repo-overview.tsx'
import { starChart } from '#features/overview/star-chart.ts'
import { asOf, overviewWith, weeks } from '#features/overview/test-support.ts'
import { type ComparedChart, createColumns, sumByFourWeeks } from './compared.ts'

const seriesOf = (...values: number[]) => ({
  values,
  labels: values.map((value) => `Week of May ${value}, 2026`),
})

test('sums weeks by four from the end, with the remainder in the first bar', () => {
  expect(sumByFourWeeks(seriesOf(1, 2, 3, 4, 5, 6, 7, 8, 9))).toEqual([
    { label: 'One week from May 1, 2026', value: 1, since: 'May 1, 2026' },
    { label: 'Four weeks from May 2, 2026', value: 14, since: 'May 2, 2026' },
    { label: 'Four weeks from May 6, 2026', value: 30, since: 'May 6, 2026' },
  ])
})

test('has one bar for fewer than four weeks', () => {
  expect(sumByFourWeeks(seriesOf(1, 2, 3))).toEqual([
    { label: 'Three weeks from May 1, 2026', value: 6, since: 'May 1, 2026' },
  ])
  expect(sumByFourWeeks(seriesOf())).toEqual([])
})

function columnOf(parts: Partial<RepoDetails>) {
  const [column] = createColumns([
    { name: 'acme/rocket', overview: overviewWith(parts), formerNames: [] },
  ])
  if (!column || !('figures' in column)) throw new Error('The repository is missing')
  return column
}

function plotOf(chart: ComparedChart) {
  if (!('plot' in chart)) throw new Error(`The chart is ${chart.state}`)
  const { values, ticks } = chart.plot
  return { values, ticks: ticks.map(({ text }) => text) }
}

test.each([
  [3, [3], ['May 17, 2026']],
  [11, [3, 4, 4], ['Mar 22, 2026', 'now']],
  [52, Array(13).fill(4), ['Jun 8, 2025', 'now']],
])('the charts of %i weeks contain every week, and name the first', (count, values, ticks) => {
  const { commits, stars } = columnOf({
    commits: { state: 'ready', data: createCommitChart(weeks(count)), asOf },
    stars: { state: 'ready', data: starChart(weeks(count), 60), asOf },
  })
  expect(plotOf(commits)).toEqual({ values, ticks })
  expect(plotOf(stars)).toEqual({ values, ticks })
})

test('a chart without data has the state of its panel, with the end of a rate limit', () => {
  const until = '2026-06-01T12:30:00.000Z'
  const { commits, stars } = columnOf({
    commits: { state: 'computing' },
    stars: { state: 'rate-limited', until },
  })
  expect(commits).toEqual({ state: 'computing' })
  expect(stars).toEqual({ state: 'rate-limited', until })
})

test('a partial list of contributors gives a lower bound, in stale data too', () => {
  const data = { people: [], total: 100, busFactor: null }
  const figureOf = (contributors: RepoDetails['contributors']) =>
    columnOf({ contributors }).figures.contributors

  expect(figureOf({ state: 'ready', data, asOf })).toBe(100)
  expect(figureOf({ state: 'partial', data, asOf })).toEqual({ moreThan: 100 })
  expect(figureOf({ state: 'stale', reason: 'revalidating', partial: true, data, asOf })).toEqual({
    moreThan: 100,
  })
  expect(figureOf({ state: 'unavailable' })).toBe(null)
})

test('disabled issues are no count', () => {
  const { repo } = overviewWith({})
  const { figures } = columnOf({ repo: { ...repo, issuesDisabled: true } })
  expect(figures).toMatchObject({ openIssues: 'disabled', openPulls: 4 })
})
