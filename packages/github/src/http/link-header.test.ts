import { expect, test } from 'vitest'
import { parseLinkHeader } from './link-header.ts'

test('parses the numbers of the next and the last page', () => {
  const link =
    '<https://api.github.com/repositories/1/contributors?per_page=100&page=2>; rel="next", ' +
    '<https://api.github.com/repositories/1/contributors?per_page=100&page=5>; rel="last"'
  expect(parseLinkHeader(link)).toEqual({ next: 2, last: 5 })
})

test('returns no pages for a single page', () => {
  expect(parseLinkHeader(undefined)).toEqual({})
  expect(parseLinkHeader('')).toEqual({})
})

test('returns no next page on the last page', () => {
  const link =
    '<https://api.github.com/x?page=4>; rel="prev", <https://api.github.com/x?page=1>; rel="first"'
  expect(parseLinkHeader(link)).toEqual({})
})

test('takes only the number from a URL on another host', () => {
  expect(parseLinkHeader('<http://169.254.169.254/latest?page=2&token=x>; rel="next"')).toEqual({
    next: 2,
  })
})

test('reads a relation without quotes or after other parameters', () => {
  expect(parseLinkHeader('<https://a.test/?page=2>; title="b"; rel=next')).toEqual({ next: 2 })
})

test('separates URLs that contain commas', () => {
  const link = '<https://a.test/?q=a,b&page=2>; rel="next",<https://a.test/?page=3>; rel="last"'
  expect(parseLinkHeader(link)).toEqual({ next: 2, last: 3 })
})

test('takes the cursor of a list without page numbers', () => {
  const link =
    '<https://api.github.com/repositories/1/issues?per_page=100&after=Y3Vyc29y%3D%3D>; rel="next", ' +
    '<https://api.github.com/repositories/1/issues?per_page=100&before=x>; rel="prev"'
  expect(parseLinkHeader(link)).toEqual({ after: 'Y3Vyc29y==' })
})

test('prefers the page number to the cursor', () => {
  expect(parseLinkHeader('<https://a.test/?page=2&after=abc>; rel="next"')).toEqual({ next: 2 })
})

test.each([
  '<https://a.test/?after=>; rel="next"',
  `<https://a.test/?after=${'x'.repeat(1001)}>; rel="next"`,
  '<https://a.test/?per_page=30>; rel="next"',
  '<https://a.test/?page=-1>; rel="next"',
  '<https://a.test/?page=1e9>; rel="next"',
  '<https://a.test/?page=9999999999>; rel="next"',
  'page=2; rel="next"',
  '<<<>>>; rel="next"',
  `<https://a.test/?page=2&x=${'x'.repeat(8192)}>; rel="next"`,
])('parses no number from %s', (link) => {
  expect(parseLinkHeader(link)).toEqual({})
})
