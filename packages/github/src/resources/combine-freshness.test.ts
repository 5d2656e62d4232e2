import { expect, test } from 'vitest'
import { combineFreshness } from './combine-freshness.ts'

const noon = '2026-06-01T12:00:00.000Z'
const later = '2026-06-01T12:01:00.000Z'
const ten = '2026-06-01T12:10:00.000Z'
const eleven = '2026-06-01T12:11:00.000Z'

test('takes the time of the oldest snapshot', () => {
  expect(
    combineFreshness([
      { data: 1, asOf: later },
      { data: 2, asOf: noon },
    ]),
  ).toEqual({ asOf: noon })
})

test('is stale if one snapshot is, and reports an upstream error if one does', () => {
  const fresh = { data: 1, asOf: later }
  const revalidating = { data: 2, asOf: noon, stale: 'revalidating' } as const
  const failing = { data: 3, asOf: later, stale: 'upstream-error' } as const
  expect(combineFreshness([fresh, revalidating])).toEqual({ asOf: noon, stale: 'revalidating' })
  expect(combineFreshness([fresh, failing, revalidating])).toEqual({
    asOf: noon,
    stale: 'upstream-error',
  })
})

test('keeps the latest time at which a rate limit resets', () => {
  const first = { data: 1, asOf: noon, stale: 'upstream-error', until: eleven } as const
  const second = { data: 2, asOf: noon, stale: 'upstream-error', until: ten } as const
  expect(combineFreshness([first, second])).toEqual({
    asOf: noon,
    stale: 'upstream-error',
    until: eleven,
  })
})

test('is partial if one snapshot is', () => {
  expect(
    combineFreshness([
      { data: 1, asOf: noon },
      { data: 2, asOf: noon, partial: true },
    ]),
  ).toEqual({ asOf: noon, partial: true })
})
