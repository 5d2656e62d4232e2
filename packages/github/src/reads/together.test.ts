import { expect, test } from 'vitest'
import { ageOfAll } from './together.ts'

const noon = '2026-06-01T12:00:00.000Z'
const later = '2026-06-01T12:01:00.000Z'
const ten = '2026-06-01T12:10:00.000Z'
const eleven = '2026-06-01T12:11:00.000Z'

test('is as old as the oldest answer', () => {
  expect(
    ageOfAll([
      { data: 1, asOf: later },
      { data: 2, asOf: noon },
    ]),
  ).toEqual({ asOf: noon })
})

test('is stale when one answer is, and failing when one fails', () => {
  const fresh = { data: 1, asOf: later }
  const renewing = { data: 2, asOf: noon, stale: 'renewing' } as const
  const failing = { data: 3, asOf: later, stale: 'failing' } as const
  expect(ageOfAll([fresh, renewing])).toEqual({ asOf: noon, stale: 'renewing' })
  expect(ageOfAll([fresh, failing, renewing])).toEqual({ asOf: noon, stale: 'failing' })
})

test('waits until the latest time that GitHub names', () => {
  const one = { data: 1, asOf: noon, stale: 'failing', until: eleven } as const
  const other = { data: 2, asOf: noon, stale: 'failing', until: ten } as const
  expect(ageOfAll([one, other])).toEqual({ asOf: noon, stale: 'failing', until: eleven })
})

test('is partial when one answer is', () => {
  expect(
    ageOfAll([
      { data: 1, asOf: noon },
      { data: 2, asOf: noon, partial: true },
    ]),
  ).toEqual({ asOf: noon, partial: true })
})
