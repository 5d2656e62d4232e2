import { expect, test } from 'vitest'
import { describeBusFactor } from './bus-factor-text.ts'

test.each([
  [4, 89, false, 'Bus factor 4: 4 of 89 people made half of the commits, bots excluded.'],
  [1, 2, false, 'Bus factor 1: 1 of 2 people made half of the commits, bots excluded.'],
  [1, 1, false, 'Bus factor 1: one person made all commits, bots excluded.'],
  [9, 98, true, 'Bus factor 9: 9 of the top 98 people made half of their commits, bots excluded.'],
])('describes a bus factor of %i of %i people', (people, total, hasMore, text) => {
  expect(describeBusFactor({ people, total }, hasMore)).toBe(text)
})
