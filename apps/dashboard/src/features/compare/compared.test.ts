import { expect, test } from 'vitest'
import type { RepoDetails } from '#features/overview/repo-overview.tsx'
import { asOf, overviewWith } from '#features/overview/test-support.ts'
import { compareTitle, createColumns } from './compared.ts'

function columnOf(parts: Partial<RepoDetails>) {
  const [column] = createColumns([
    { name: 'acme/rocket', overview: overviewWith(parts), formerNames: [] },
  ])
  if (!column || !('figures' in column)) throw new Error('The repository is missing')
  return column
}

test('a title has the current name of each repository', () => {
  const overview = overviewWith({})
  const columns = createColumns([
    { name: 'acme/rocket', overview, formerNames: ['acme/old'] },
    { name: 'acme/nothing', missing: 'not-found' },
  ])
  expect(compareTitle(columns)).toBe('Compare acme/rocket, acme/nothing')
  expect(compareTitle([])).toBe('Compare repositories')
})

test('commits and new stars are those of the year, or the state of their panels', () => {
  expect(columnOf({}).figures).toMatchObject({ commits: 52, newStars: 52 })
  const until = '2026-06-01T12:30:00.000Z'
  const { figures } = columnOf({
    commits: { state: 'computing' },
    stars: { state: 'rate-limited', until },
  })
  expect(figures).toMatchObject({
    commits: { state: 'computing' },
    newStars: { state: 'rate-limited', until },
  })
})

test('a partial list of contributors gives a lower bound, in stale data too', () => {
  const data = { people: [], total: 100, busFactor: null, lastHumanWeek: null }
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
