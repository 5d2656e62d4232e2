import { expect, test } from 'vitest'
import { formatDuration } from './format-duration.ts'

test.each([
  [0, 'less than a minute'],
  [59, 'less than a minute'],
  [60, '1 minute'],
  [2700, '45 minutes'],
  [3570, '1 hour'],
  [3600, '1 hour'],
  [3661, '1 hour'],
  [5400, '1.5 hours'],
  [32_400, '9 hours'],
  [86_399, '1 day'],
  [86_400, '1 day'],
  [108_000, '1.3 days'],
  [403_200, '4.7 days'],
  [86_400 * 63 + 59 * 60, '63 days'],
])('formats %i seconds as "%s"', (seconds, text) => {
  expect(formatDuration(seconds)).toBe(text)
})
