import { expect, test } from 'vitest'
import type { RepoDetails } from '#features/overview/repo-overview.tsx'
import { asOf, overviewWith } from '#features/overview/test-support.ts'
import { areAllMissing, exportCompared, exportFacts } from './facts.ts'

const older = '2026-06-01T11:20:00.000Z'
const oldest = '2026-06-01T10:00:00.000Z'

function factIn(parts: Partial<RepoDetails>, wanted: string) {
  return exportFacts(overviewWith(parts)).facts.find(({ name }) => name === wanted)
}

test('a missing value is "none", an unknown one is null', () => {
  const { repo } = overviewWith({})
  const without = {
    repo: { ...repo, description: null, homepage: null, topics: [], forks: null },
    languages: { state: 'ready', data: [], asOf },
    release: { state: 'ready', data: null, asOf },
    contributors: { state: 'unavailable' },
  } as const satisfies Partial<RepoDetails>

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
  expect(factIn(without, 'Forks')).toEqual({ name: 'Forks', value: null, asOf })
  const name = 'Contributors in the past year'
  expect(factIn(without, name)).toEqual({ name, value: null, error: { kind: 'unavailable' }, asOf })
})

test('languages have their shares as the page shows them', () => {
  const data = [
    { name: 'Rust', share: 0.9712 },
    { name: 'Nix', share: 0.0288 },
  ]
  const languages = { state: 'ready', data, asOf } as const
  expect(factIn({ languages }, 'Languages')?.value).toBe('Rust 97.1%, Nix 2.9%')
})

test('figures of a partial list of contributors are marked as lower bounds', () => {
  const data = { people: [], total: 100, busFactor: { people: 4, total: 90 }, lastHumanWeek: null }
  const partial = { contributors: { state: 'partial', data, asOf } } as const
  const stale = {
    contributors: { state: 'stale', reason: 'revalidating', partial: true, data, asOf },
  } as const

  for (const parts of [partial, stale]) {
    expect(factIn(parts, 'Contributors in the past year')).toMatchObject({
      value: 100,
      orMore: true,
    })
    expect(factIn(parts, 'Bus factor')).toMatchObject({ value: 4, orMore: true })
  }
  const name = 'Contributors in the past year'
  expect(factIn({}, name)).toEqual({ name, value: 91, asOf })
})

test('a fact is as old as its data, and the export as old as its oldest fact', () => {
  const parts = {
    openPulls: { state: 'stale', reason: 'revalidating', data: 4, asOf: older },
    community: { state: 'stale', reason: 'upstream-error', data: [], asOf: oldest },
  } as const satisfies Partial<RepoDetails>

  expect(factIn(parts, 'Stars')?.asOf).toBe(asOf)
  expect(factIn(parts, 'Open issues')).toEqual({ name: 'Open issues', value: 5, asOf: older })
  expect(factIn(parts, 'Open pull requests')?.asOf).toBe(older)
  expect(factIn(parts, 'Report: Maintenance')?.asOf).toBe(oldest)
  expect(exportFacts(overviewWith(parts)).asOf).toBe(oldest)
  expect(exportFacts(overviewWith({})).asOf).toBe(asOf)
})

test('a comparison is exported with each repository that could not be read', () => {
  const missing = { name: 'acme/nothing', missing: 'not-found' } as const
  const failed = { name: 'acme/down', failure: { state: 'unavailable' } } as const
  const rocket = { overview: overviewWith({}), formerNames: [] }
  const exported = exportCompared([missing, rocket, failed])
  expect(exported.map(({ error }) => error)).toEqual([
    { kind: 'not-found' },
    null,
    { kind: 'unavailable' },
  ])
  expect(areAllMissing(exported)).toBe(false)
  expect(areAllMissing(exportCompared([missing, failed]))).toBe(false)
  expect(areAllMissing(exportCompared([missing]))).toBe(true)
  expect(areAllMissing([])).toBe(true)
})
