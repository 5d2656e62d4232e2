import { expect, test } from 'vitest'
import { overviewAge } from './overview-age.ts'
import { asOf, overviewWith } from './test-support.ts'

const older = '2026-06-01T11:20:00.000Z'
const soon = '2026-06-01T12:10:00.000Z'
const later = '2026-06-01T12:30:00.000Z'
const fresh = { asOf, isFailing: false, until: null, isComputing: false }

test('a fresh overview is as old as its parts', () => {
  expect(overviewAge(overviewWith({}))).toEqual(fresh)
})

test('an overview is as old as its oldest part', () => {
  const cadence = { state: 'stale', reason: 'revalidating', data: null, asOf: older } as const
  expect(overviewAge(overviewWith({ cadence }))).toEqual({ ...fresh, asOf: older })
  expect(overviewAge(overviewWith({ age: { asOf: older } }))).toEqual({ ...fresh, asOf: older })
})

test('an overview is failing when the repository or a part of it is', () => {
  const openPulls = { state: 'stale', reason: 'upstream-error', data: 4, asOf: older } as const
  expect(overviewAge(overviewWith({ openPulls }))).toEqual({
    ...fresh,
    asOf: older,
    isFailing: true,
  })
  expect(overviewAge(overviewWith({ age: { asOf, stale: 'upstream-error' } }))).toEqual({
    ...fresh,
    isFailing: true,
  })
})

test('an overview waits until the latest end of a rate limit', () => {
  const age = { asOf, stale: 'upstream-error', until: soon } as const
  const stars = { state: 'rate-limited', until: later } as const
  expect(overviewAge(overviewWith({ age, stars }))).toEqual({
    ...fresh,
    isFailing: true,
    until: later,
  })
  const line = { judgment: 'unknown', title: 'Checks: unknown', until: soon } as const
  const report = { ...overviewWith({}).report, lines: [line] }
  expect(overviewAge(overviewWith({ report }))).toEqual({ ...fresh, until: soon })
})

test('an overview is computing while a part of it is', () => {
  const commits = { state: 'computing' } as const
  expect(overviewAge(overviewWith({ commits }))).toEqual({ ...fresh, isComputing: true })
})
