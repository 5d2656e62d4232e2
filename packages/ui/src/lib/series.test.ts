import { expect, test } from 'vitest'
import { labelAt } from './series.ts'

test('consecutive weeks are labeled from the first one, in UTC', () => {
  const labels = { firstWeek: '2025-12-21T00:00:00Z' }
  expect([0, 1, 2].map((index) => labelAt(labels, index))).toEqual([
    'Week of Dec 21, 2025',
    'Week of Dec 28, 2025',
    'Week of Jan 4, 2026',
  ])
})

test('consecutive days are labeled from the first one, in UTC', () => {
  const labels = { firstDay: '2025-12-31T00:00:00Z' }
  expect([0, 1].map((index) => labelAt(labels, index))).toEqual(['Dec 31, 2025', 'Jan 1, 2026'])
})

test('other values have labels of their own', () => {
  expect(labelAt(['Monday', 'Tuesday'], 1)).toBe('Tuesday')
})
