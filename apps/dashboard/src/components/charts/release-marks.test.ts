import { expect, test } from 'vitest'
import { type MarkedRelease, markReleases } from './release-marks.ts'

const weeks = [{ beginsAt: '2026-05-24T00:00:00.000Z' }, { beginsAt: '2026-06-07T00:00:00.000Z' }]

function release(tag: string, publishedAt: string | null, prerelease = false): MarkedRelease {
  return { tag, publishedAt, prerelease }
}

test('marks the week of each release', () => {
  expect(
    markReleases(weeks, [
      release('v3', '2026-06-13T23:59:59Z'),
      release('v2', '2026-05-24T00:00:00Z'),
      release('v1', '2026-05-23T23:59:59Z'),
    ]),
  ).toEqual([
    { index: 1, text: 'Released v3' },
    { index: 0, text: 'Released v2' },
  ])
})

test('marks no pre-release, no release without a date, and none in a week that is missing', () => {
  expect(
    markReleases(weeks, [
      release('v3', '2026-06-08T00:00:00Z', true),
      release('v2', null),
      release('v1', '2026-06-02T00:00:00Z'),
    ]),
  ).toEqual([])
})
