import { expect, test } from 'vitest'
import { busFactor, median, releaseCadence } from './statistics.ts'

test.each([
  [[3], 3],
  [[3, 1], 2],
  [[9, 1, 3], 3],
  [[10, 9, 100, 1], 9.5],
  [[0, 0], 0],
  [[], null],
])('the median of %j is %j', (values, middle) => {
  expect(median(values)).toBe(middle)
})

test('median does not change its input', () => {
  const values = [2, 1]
  median(values)
  expect(values).toEqual([2, 1])
})

test.each([
  // 60 of 100.
  [[60, 30, 10], 1, 3],
  // 40 of 100 is less than half; 40 + 30 is more.
  [[40, 30, 20, 10], 2, 4],
  // Exactly half counts.
  [[50, 25, 25], 1, 3],
  // Half of 9 is 4.5: 3 + 1 is less, 3 + 1 + 1 is more.
  [[3, 1, 1, 1, 1, 1, 1], 3, 7],
  // In any order.
  [[10, 60, 30], 1, 3],
  [[1], 1, 1],
  [[5, 5], 1, 2],
  // People without commits do not count.
  [[4, 0, 0], 1, 1],
])('the bus factor of the commits %j is %i of %i', (commits, people, total) => {
  expect(busFactor(commits.map(byHuman))).toEqual({ people, total })
})

test.each<number[][]>([[[]], [[0, 0]]])('the bus factor of the commits %j is null', (commits) => {
  expect(busFactor(commits.map(byHuman))).toBe(null)
})

test('bots do not count toward the bus factor', () => {
  const bot = { isBot: true, commits: 900 }
  expect(busFactor([bot, byHuman(6), byHuman(4)])).toEqual({ people: 1, total: 2 })
})

function byHuman(commits: number) {
  return { isBot: false, commits }
}

function on(publishedAt: string | null, prerelease = false) {
  return { publishedAt, prerelease }
}

test('the release cadence is the median number of days between releases', () => {
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

test('the release cadence of an even number of intervals is the mean of the middle two', () => {
  // 10 days and 2 days.
  expect(
    releaseCadence([
      on('2026-05-01T00:00:00Z'),
      on('2026-05-13T00:00:00Z'),
      on('2026-05-11T00:00:00Z'),
    ]),
  ).toEqual({ medianDays: 6, sampleSize: 2 })
})

test('the release cadence counts fractions of a day', () => {
  expect(releaseCadence([on('2026-05-01T00:00:00Z'), on('2026-05-02T12:00:00Z')])).toEqual({
    medianDays: 1.5,
    sampleSize: 1,
  })
})

test('the release cadence ignores pre-releases and releases without a date', () => {
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
