import { expect, test } from 'vitest'
import { createCommitChart } from '#components/charts/commit-chart.ts'
import type { RepoDetails } from '#features/overview/repo-overview.tsx'
import { starChart } from '#features/overview/star-chart.ts'
import { asOf, overviewWith, weeks } from '#features/overview/test-support.ts'
import type { CompareView } from './compare-view.ts'
import { createLines } from './compared-lines.ts'

const view: CompareView = { chart: 'commits', scale: 'absolute', by: 'date', rows: 'all' }

function repoWith(
  name: string,
  parts: Partial<RepoDetails> = {},
  createdAt = '2020-01-01T00:00:00Z',
) {
  const { repo } = overviewWith({})
  const overview = overviewWith({ ...parts, repo: { ...repo, fullName: name, createdAt } })
  return { name, overview, formerNames: [] }
}

/** Weeks with these commits, up to the current week. */
function commitsOf(...commits: number[]): RepoDetails['commits'] {
  const data = weeks(commits.length).map((week, index) => ({
    ...week,
    commits: commits[index] ?? 0,
  }))
  return { state: 'ready', data: createCommitChart(data), asOf }
}

function linesOf(results: Parameters<typeof createLines>[0], changes: Partial<CompareView> = {}) {
  const { plot, missing, omitted } = createLines(results, { ...view, ...changes })
  const lines = Object.fromEntries(plot.lines.map(({ name, values }) => [name, values]))
  return { labels: plot.labels, lines, missing, omitted }
}

test('adds up commits by four weeks, on the same dates for every repository', () => {
  const results = [
    repoWith('acme/rocket', { commits: commitsOf(1, 2, 3, 4, 5, 6, 7, 8) }),
    repoWith('nova/rocket', { commits: commitsOf(9, 9, 9, 9) }),
  ]
  expect(linesOf(results)).toEqual({
    labels: ['Four weeks from Apr 12, 2026', 'Four weeks from May 10, 2026'],
    lines: { 'acme/rocket': [10, 26], 'nova/rocket': [null, 36] },
    missing: [],
    omitted: [],
  })
})

test('a year has thirteen values', () => {
  expect(linesOf([repoWith('acme/rocket')]).lines['acme/rocket']).toEqual(Array(13).fill(4))
})

test('data that is a week older ends a week earlier', () => {
  const late = createCommitChart(weeks(5).slice(0, -1))
  const { lines } = linesOf([
    repoWith('acme/rocket', { commits: commitsOf(1, 1, 1, 1) }),
    repoWith('nova/rocket', { commits: { state: 'ready', data: late, asOf } }),
  ])
  expect(lines).toEqual({ 'acme/rocket': [null, 4], 'nova/rocket': [1, 3] })
})

test('stars are the count at the end of each four weeks', () => {
  const stars: RepoDetails['stars'] = { state: 'ready', data: starChart(weeks(8), 60), asOf }
  expect(linesOf([repoWith('acme/rocket', { stars })], { chart: 'stars' }).lines).toEqual({
    'acme/rocket': [56, 60],
  })
})

test('an index begins at 100 with the first value above zero', () => {
  const results = [
    repoWith('acme/rocket', { commits: commitsOf(0, 0, 0, 0, 0, 0, 2, 6, 4, 4, 4, 0) }),
    repoWith('acme/idle', { commits: commitsOf(0, 0, 0, 0) }),
  ]
  const { lines, omitted } = linesOf(results, { scale: 'indexed' })
  expect(lines).toEqual({ 'acme/rocket': [0, 100, 150] })
  expect(omitted).toEqual(['acme/idle'])
})

test('a logarithmic scale leaves out a line without a value above zero', () => {
  const results = [repoWith('acme/idle', { commits: commitsOf(0, 0, 0, 0) })]
  expect(linesOf(results, { scale: 'logarithmic' })).toMatchObject({
    lines: {},
    omitted: ['acme/idle'],
  })
  expect(linesOf(results).lines).toEqual({ 'acme/idle': [0] })
})

test('by age, lines begin when their repositories were created', () => {
  const results = [
    repoWith('acme/rocket', { commits: commitsOf(1, 2, 3, 4, 5, 6, 7, 8) }, '2026-04-12T00:00:00Z'),
    repoWith('nova/rocket', { commits: commitsOf(9, 9, 9, 9) }, '2025-04-13T00:00:00Z'),
  ]
  const { labels, lines } = linesOf(results, { by: 'age' })
  expect(labels).toEqual([
    'Age 0 weeks',
    ...Array.from({ length: 12 }, (_, index) => `Age ${(index + 1) * 4} weeks`),
    'Age 1 year, 0 weeks',
    'Age 1 year, 4 weeks',
  ])
  expect(lines['acme/rocket']?.slice(0, 3)).toEqual([10, 26, null])
  expect(lines['nova/rocket']).toEqual([...Array(14).fill(null), 36])
})

test('a repository without a date of creation has no age to draw', () => {
  const { repo } = overviewWith({})
  const overview = overviewWith({ repo: { ...repo, createdAt: null } })
  const results = [{ name: 'acme/rocket', overview, formerNames: [] }]
  expect(linesOf(results, { by: 'age' })).toMatchObject({ lines: {}, omitted: ['acme/rocket'] })
})

test('a repository without statistics has the state of its panel', () => {
  const results = [
    repoWith('acme/rocket', { commits: { state: 'computing' } }),
    { name: 'acme/nothing', missing: 'not-found' as const },
  ]
  expect(linesOf(results)).toEqual({
    labels: [],
    lines: {},
    missing: [{ name: 'acme/rocket', panel: { state: 'computing' } }],
    omitted: [],
  })
})
