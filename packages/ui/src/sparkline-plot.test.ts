import { expect, test } from 'vitest'
import { createSparklinePath } from './sparkline-plot.ts'

test('draws values from zero, over the whole width', () => {
  expect(createSparklinePath([0, 5, 10])).toBe('M0 23L52 12L104 1')
})

test('draws a flat line at the bottom if all values are zero', () => {
  expect(createSparklinePath([0, 0])).toBe('M0 23L104 23')
})
