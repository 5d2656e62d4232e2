import { expect, test } from 'vitest'
import { parseRange, rangeQuery, titleOfRange } from './range.ts'

test.each([
  [undefined, '1y'],
  ['3m', '3m'],
  ['all', 'all'],
  [['3m', 'all'], '3m'],
  ['5y', '1y'],
  ['constructor', '1y'],
])('parses %j as %s', (range, expected) => {
  expect(parseRange({ range })).toBe(expected)
})

test('leaves the default range out of a URL', () => {
  expect(rangeQuery('1y')).toBe('')
  expect(rangeQuery('3m')).toBe('?range=3m')
})

test('names every range but the default in the title', () => {
  expect(titleOfRange('3m')).toBe('Activity in the past 3 months')
  expect(titleOfRange('1y')).toBe('Activity')
})
