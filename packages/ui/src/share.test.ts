import { expect, test } from 'vitest'
import { formatShare } from './share.ts'

test.each([
  [0, '0.0%'],
  [0.0004, '< 0.1%'],
  [0.001, '0.1%'],
  [0.924, '92.4%'],
  [1, '100.0%'],
])('formats a share of %d as "%s"', (share, text) => {
  expect(formatShare(share)).toBe(text)
})
