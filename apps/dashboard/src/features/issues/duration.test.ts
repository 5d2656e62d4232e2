import { expect, test } from 'vitest'
import { durationText } from './duration.ts'

test.each([
  [0, '< 1 min'],
  [59, '< 1 min'],
  [60, '1 min'],
  [2700, '45 min'],
  [3600, '1 h'],
  [3661, '1 h 1 min'],
  [32_400, '9 h'],
  [86_400, '1 d'],
  [108_000, '1 d 6 h'],
  // An hour of two days is not worth its word, minutes are none at all.
  [86_400 * 63 + 59 * 60, '63 d'],
  [86_400 * 400 + 3600, '400 d 1 h'],
])('writes %i seconds as %s', (seconds, text) => {
  expect(durationText(seconds)).toBe(text)
})
