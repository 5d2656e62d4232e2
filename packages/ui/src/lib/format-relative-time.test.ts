import { expect, test } from 'vitest'
import { formatRelativeTime } from './format-relative-time.ts'

const now = new Date(2026, 10, 23, 14, 5).getTime()

test.each([
  [0, 'now'],
  [8, '8 seconds ago'],
  [59, '59 seconds ago'],
  [60, '1 minute ago'],
  [12 * 60 + 59, '12 minutes ago'],
  [3600, '1 hour ago'],
  [86_399, '23 hours ago'],
  [86_400, '1 day ago'],
  [47 * 3600, '1 day ago'],
  [6 * 86_400, '6 days ago'],
  [7 * 86_400, 'last week'],
  [3 * 604_800, '3 weeks ago'],
  [40 * 86_400, 'last month'],
  [70 * 86_400, '2 months ago'],
  [400 * 86_400, 'last year'],
  [800 * 86_400, '2 years ago'],
  [-300, 'now'],
])('%d seconds ago is "%s"', (seconds, text) => {
  expect(formatRelativeTime(new Date(now - seconds * 1000), now)).toBe(text)
})

test.each([
  [new Date(2026, 0, 1, 12), new Date(2024, 11, 28, 12), '1 year ago'],
  [new Date(2026, 10, 1, 12), new Date(2026, 8, 5, 12), '1 month ago'],
])('at %s, %s is not in the previous calendar unit: "%s"', (now, date, text) => {
  expect(formatRelativeTime(date, now.getTime())).toBe(text)
})
