import { expect, test } from 'vitest'
import { formatBusFactor } from './format-bus-factor.ts'

test.each([
  [4, 89, false, '4 of 89 people made half of the past year’s commits, bots excluded'],
  [1, 2, false, '1 of 2 people made half of the past year’s commits, bots excluded'],
  [1, 1, false, '1 person made all of the past year’s commits, bots excluded'],
  [
    4,
    98,
    true,
    '4 of the top 98 people made half of their commits in the past year, bots excluded',
  ],
])('describes a bus factor of %i of %i people in the past year', (people, total, hasMore, text) => {
  expect(formatBusFactor({ people, total }, { period: 'past year', hasMore })).toBe(text)
})

test.each([
  [4, 89, false, '4 of 89 people made half of the commits of all time, bots excluded'],
  [1, 1, false, '1 person made all of the commits of all time, bots excluded'],
  [4, 98, true, '4 of the top 98 people made half of their commits of all time, bots excluded'],
])('describes a bus factor of %i of %i people of all time', (people, total, hasMore, text) => {
  expect(formatBusFactor({ people, total }, { period: 'all time', hasMore })).toBe(text)
})
