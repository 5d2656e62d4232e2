import { expect, test } from 'vitest'
import {
  addSearchParams,
  formatListTitle,
  getSearchParam,
  parsePage,
  parseSort,
} from './list-query.ts'

const sorts = [{ sort: 'pushed' }, { sort: 'stars' }] as const

test('returns the first value of a repeated parameter', () => {
  expect(getSearchParam({ q: ['a', 'b'] }, 'q')).toBe('a')
  expect(getSearchParam({ q: 'a' }, 'q')).toBe('a')
  expect(getSearchParam({ q: '' }, 'q')).toBe('')
  expect(getSearchParam({}, 'q')).toBe(undefined)
})

test('cuts a parameter to 4,000 characters', () => {
  expect(getSearchParam({ q: 'x'.repeat(4001) }, 'q')).toBe('x'.repeat(4000))
})

test.each([
  ['1', 1],
  ['2', 2],
  ['9999', 9999],
  ['10001', 10_000],
  ['999999', 10_000],
])('parses page=%s as page %i', (page, number) => {
  expect(parsePage({ page })).toBe(number)
})

test.each(['', '0', '01', '-1', '1.5', '1e3', '+2', ' 2', '2 ', '0x2', 'last', '1000000', '２'])(
  'parses the invalid page="%s" as the first page',
  (page) => {
    expect(parsePage({ page })).toBe(1)
  },
)

test('parses a missing page as the first, and a repeated one by its first value', () => {
  expect(parsePage({})).toBe(1)
  expect(parsePage({ page: ['3', '4'] })).toBe(3)
  expect(parsePage({ page: [] })).toBe(1)
})

test('limits the page to the last page', () => {
  expect(parsePage({ page: '34' }, 34)).toBe(34)
  expect(parsePage({ page: '35' }, 34)).toBe(34)
})

test('parses a known sort order, and any other value as the first', () => {
  expect(parseSort({ sort: 'stars' }, sorts)).toBe('stars')
  expect(parseSort({ sort: ['stars', 'pushed'] }, sorts)).toBe('stars')
  expect(parseSort({}, sorts)).toBe('pushed')
  expect(parseSort({ sort: '' }, sorts)).toBe('pushed')
  expect(parseSort({ sort: 'STARS' }, sorts)).toBe('pushed')
  expect(parseSort({ sort: 'toString' }, sorts)).toBe('pushed')
})

test('adds the search parameters that are defined', () => {
  expect(addSearchParams('/search', { q: 'c++ & <b>é', sort: undefined, page: 2 })).toBe(
    '/search?q=c%2B%2B+%26+%3Cb%3E%C3%A9&page=2',
  )
})

test('returns the path alone if no search parameter is defined', () => {
  expect(addSearchParams('/owners/acme', { sort: undefined, page: undefined })).toBe('/owners/acme')
})

test.each([
  [undefined, 'Releases'],
  [1, 'Releases'],
  [2, 'Releases, page 2'],
])('adds page %s to the title of a list', (page, title) => {
  expect(formatListTitle('Releases', page)).toBe(title)
})
