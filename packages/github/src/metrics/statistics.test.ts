import { expect, test } from 'vitest'
import { busFactor } from './statistics.ts'

test.each([
  // 100 in all: the first made 60.
  [[60, 30, 10], 1, 3],
  // 100 in all: 40 are less than half, 40 + 30 are more.
  [[40, 30, 20, 10], 2, 4],
  // Exactly half is half.
  [[50, 25, 25], 1, 3],
  // 9 in all, half is 4.5: 3 + 1 are less, 3 + 1 + 1 are more.
  [[3, 1, 1, 1, 1, 1, 1], 3, 7],
  // The order does not matter.
  [[10, 60, 30], 1, 3],
  [[1], 1, 1],
  [[5, 5], 1, 2],
  // Who made none is nobody.
  [[4, 0, 0], 1, 1],
])('of the commits %j the fewest who made half are %i of %i', (commits, people, of) => {
  expect(busFactor(commits)).toEqual({ people, of })
})

test.each([[[]], [[0, 0]]])('is unknown of the commits %j', (commits) => {
  expect(busFactor(commits)).toBe(null)
})
