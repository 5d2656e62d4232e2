import { expect, test } from 'vitest'
import { formatRelativeTime } from './format-relative-time.ts'

const now = new Date(2026, 10, 23, 14, 5).getTime()

test.each([
  [0, '1 second ago'],
  [8, '8 seconds ago'],
  [59, '59 seconds ago'],
  [60, '1 minute ago'],
  [12 * 60 + 59, '12 minutes ago'],
  [3600, '1 hour ago'],
  [86_399, '23 hours ago'],
  [86_400, '1 day ago'],
  [47 * 3600, '1 day ago'],
  [6 * 86_400, '6 days ago'],
  [7 * 86_400, '1 week ago'],
  [3 * 604_800, '3 weeks ago'],
  [40 * 86_400, '1 month ago'],
  [70 * 86_400, '2 months ago'],
  [400 * 86_400, '1 year ago'],
  [800 * 86_400, '2 years ago'],
  [-300, '1 second ago'],
])('%d seconds ago is "%s"', (seconds, text) => {
  expect(formatRelativeTime(new Date(now - seconds * 1000), now)).toBe(text)
})
