import { expect, test } from 'vitest'
import { asOf, overviewWith } from '#features/compare/test-support.ts'
import { overviewAge } from './overview-age.ts'

const older = '2026-06-01T11:20:00.000Z'
const soon = '2026-06-01T12:10:00.000Z'
const later = '2026-06-01T12:30:00.000Z'
const fresh = { asOf, failing: false, until: null, computing: false }

test('a column of which all is fresh is as old as its parts', () => {
  expect(overviewAge(overviewWith({}))).toEqual(fresh)
})

test('a column is as old as its oldest part', () => {
  const cadence = { state: 'stale', reason: 'revalidating', data: null, asOf: older } as const
  expect(overviewAge(overviewWith({ cadence }))).toEqual({ ...fresh, asOf: older })
  expect(overviewAge(overviewWith({ age: { asOf: older } }))).toEqual({ ...fresh, asOf: older })
})

test('a column fails where the repository or a part of it does', () => {
  const openPulls = { state: 'stale', reason: 'upstream-error', data: 4, asOf: older } as const
  expect(overviewAge(overviewWith({ openPulls }))).toEqual({ ...fresh, asOf: older, failing: true })
  expect(overviewAge(overviewWith({ age: { asOf, stale: 'upstream-error' } }))).toEqual({
    ...fresh,
    failing: true,
  })
})

test('a column waits until GitHub may be asked for all of it', () => {
  const age = { asOf, stale: 'upstream-error', until: soon } as const
  const stars = { state: 'rate-limited', until: later } as const
  expect(overviewAge(overviewWith({ age, stars }))).toEqual({
    ...fresh,
    failing: true,
    until: later,
  })
  const line = { tone: 'unknown', title: 'Checks: unknown', until: soon } as const
  expect(overviewAge(overviewWith({ report: [line] }))).toEqual({ ...fresh, until: soon })
})

test('a column is computing while a part of it is', () => {
  const commits = { state: 'computing' } as const
  expect(overviewAge(overviewWith({ commits }))).toEqual({ ...fresh, computing: true })
})
