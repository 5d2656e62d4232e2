import { expect, test } from 'vitest'
import { median } from './median.ts'

test.each([
  [[3], 3],
  [[3, 1], 2],
  [[9, 1, 3], 3],
  [[10, 9, 100, 1], 9.5],
  [[0, 0], 0],
  [[], null],
])('of %j is %j', (values, middle) => {
  expect(median(values)).toBe(middle)
})

test('leaves the values as they are', () => {
  const values = [2, 1]
  median(values)
  expect(values).toEqual([2, 1])
})
