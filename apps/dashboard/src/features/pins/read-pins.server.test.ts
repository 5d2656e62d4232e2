import type { Week } from '@repo/github'
import { expect, test } from 'vitest'
import { trendOf } from './read-pins.server.ts'

const asWeek = (commits: number): Week => ({ beginsAt: '2026-06-01T00:00:00Z', commits, days: [] })

test('the change is that of the last 13 full weeks from the previous 13', () => {
  const weeks = [...Array(13).fill(2), ...Array(13).fill(3), 1000].map(asWeek)
  expect(trendOf(weeks)).toMatchObject({ recent: 39, change: 13 })
})

test('less than half a year has no trend', () => {
  expect(trendOf(Array(26).fill(1).map(asWeek))).toBeNull()
})
