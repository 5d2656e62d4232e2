import { expect, test } from 'vitest'
import { pageFrom, single, sortFrom, withSearch } from './list-query.ts'

const sorts = [{ sort: 'pushed' }, { sort: 'stars' }] as const

test('takes the first of a repeated parameter', () => {
  expect(single({ q: ['a', 'b'] }, 'q')).toBe('a')
  expect(single({ q: 'a' }, 'q')).toBe('a')
  expect(single({ q: '' }, 'q')).toBe('')
  expect(single({}, 'q')).toBe(undefined)
})

test.each([
  ['1', 1],
  ['2', 2],
  ['9999', 9999],
  ['10001', 10_000],
  ['999999', 10_000],
])('takes page=%s for page %i', (page, number) => {
  expect(pageFrom({ page })).toBe(number)
})

test.each(['', '0', '01', '-1', '1.5', '1e3', '+2', ' 2', '2 ', '0x2', 'last', '1000000', '２'])(
  'takes page="%s" for the first page',
  (page) => {
    expect(pageFrom({ page })).toBe(1)
  },
)

test('takes no page for the first one, and a repeated one by its first value', () => {
  expect(pageFrom({})).toBe(1)
  expect(pageFrom({ page: ['3', '4'] })).toBe(3)
  expect(pageFrom({ page: [] })).toBe(1)
})

test('goes no further than the last page', () => {
  expect(pageFrom({ page: '34' }, 34)).toBe(34)
  expect(pageFrom({ page: '35' }, 34)).toBe(34)
})

test('takes an order that there is, and else the first', () => {
  expect(sortFrom({ sort: 'stars' }, sorts)).toBe('stars')
  expect(sortFrom({ sort: ['stars', 'pushed'] }, sorts)).toBe('stars')
  expect(sortFrom({}, sorts)).toBe('pushed')
  expect(sortFrom({ sort: '' }, sorts)).toBe('pushed')
  expect(sortFrom({ sort: 'STARS' }, sorts)).toBe('pushed')
  expect(sortFrom({ sort: 'toString' }, sorts)).toBe('pushed')
})

test('writes the search parameters that there are', () => {
  expect(withSearch('/search', { q: 'c++ & <b>é', sort: undefined, page: 2 })).toBe(
    '/search?q=c%2B%2B+%26+%3Cb%3E%C3%A9&page=2',
  )
})

test('writes a bare path where there are none', () => {
  expect(withSearch('/owners/acme', { sort: undefined, page: undefined })).toBe('/owners/acme')
})
