import { expect, test } from 'vitest'
import { releaseCadence } from './release-cadence.ts'

function on(publishedAt: string | null, prerelease = false) {
  return { publishedAt, prerelease }
}

test('is the median of the days between releases', () => {
  // 1 → 11 May are 10 days, 11 → 13 are 2, 13 → 25 are 12: sorted 2, 10, 12.
  expect(
    releaseCadence([
      on('2026-05-25T00:00:00Z'),
      on('2026-05-13T00:00:00Z'),
      on('2026-05-11T00:00:00Z'),
      on('2026-05-01T00:00:00Z'),
    ]),
  ).toEqual({ medianDays: 10, sampleSize: 3 })
})

test('is half-way between the two in the middle', () => {
  // 10 days and 2 days.
  expect(
    releaseCadence([
      on('2026-05-01T00:00:00Z'),
      on('2026-05-13T00:00:00Z'),
      on('2026-05-11T00:00:00Z'),
    ]),
  ).toEqual({ medianDays: 6, sampleSize: 2 })
})

test('counts parts of a day', () => {
  expect(releaseCadence([on('2026-05-01T00:00:00Z'), on('2026-05-02T12:00:00Z')])).toEqual({
    medianDays: 1.5,
    n: 1,
  })
})

test('leaves pre-releases out, and what has no date', () => {
  expect(
    releaseCadence([
      on('2026-05-21T00:00:00Z'),
      on('2026-05-20T00:00:00Z', true),
      on(null),
      on('2026-05-01T00:00:00Z'),
    ]),
  ).toEqual({ medianDays: 20, sampleSize: 1 })
})

test.each([[[]], [[on('2026-05-01T00:00:00Z')]], [[on('2026-05-01T00:00:00Z'), on(null)]]])(
  'is unknown where there are not two: %j',
  (releases) => {
    expect(releaseCadence(releases)).toBe(null)
  },
)
