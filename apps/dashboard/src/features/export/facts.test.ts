import { expect, test } from 'vitest'
import { asOf, overviewWith } from '#features/compare/test-support.ts'
import type { Overview } from '#features/overview/repo-overview.tsx'
import { exportedFrom } from './facts.ts'

const older = '2026-06-01T11:20:00.000Z'
const oldest = '2026-06-01T10:00:00.000Z'

function factIn(parts: Partial<Overview>, wanted: string) {
  return exportedFrom(overviewWith(parts)).facts.find(({ name }) => name === wanted)
}

test('what a repository does not have is "none", what is not known is null', () => {
  const { repo } = overviewWith({})
  const without = {
    repo: { ...repo, description: null, homepage: null, topics: [], forks: null },
    languages: { state: 'ready', data: [], asOf },
    release: { state: 'ready', data: null, asOf },
    contributors: { state: 'unavailable' },
  } as const satisfies Partial<Overview>

  for (const name of [
    'Description',
    'Homepage',
    'Topics',
    'Languages',
    'Latest release',
    'Latest release published',
  ]) {
    expect(factIn(without, name)).toEqual({ name, value: 'none', asOf })
  }
  for (const name of ['Forks', 'Contributors']) {
    expect(factIn(without, name)).toEqual({ name, value: null, asOf })
  }
})

test('what is counted of the first hundred contributors stays a number that says so', () => {
  const data = { people: [], total: 100, busFactor: { people: 4, total: 90 } }
  const partial = { contributors: { state: 'partial', data, asOf } } as const
  const old = {
    contributors: { state: 'stale', reason: 'revalidating', partial: true, data, asOf },
  } as const

  for (const parts of [partial, old]) {
    expect(factIn(parts, 'Contributors')).toMatchObject({ value: 100, orMore: true })
    expect(factIn(parts, 'Bus factor')).toMatchObject({ value: 4, orMore: true })
  }
  expect(factIn({}, 'Contributors')).toEqual({ name: 'Contributors', value: 91, asOf })
})

test('a fact is as old as what it is made of, and all together as the oldest', () => {
  const parts = {
    openPulls: { state: 'stale', reason: 'revalidating', data: 4, asOf: older },
    community: { state: 'stale', reason: 'upstream-error', data: [], asOf: oldest },
  } as const satisfies Partial<Overview>

  expect(factIn(parts, 'Stars')?.asOf).toBe(asOf)
  expect(factIn(parts, 'Open issues')).toEqual({ name: 'Open issues', value: 5, asOf: older })
  expect(factIn(parts, 'Open pull requests')?.asOf).toBe(older)
  expect(factIn(parts, 'Report: Checks')?.asOf).toBe(oldest)
  expect(exportedFrom(overviewWith(parts)).asOf).toBe(oldest)
  expect(exportedFrom(overviewWith({})).asOf).toBe(asOf)
})
