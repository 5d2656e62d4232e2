import { expect, test } from 'vitest'
import { buildSearchQuery, parseSearchFilters } from './search-request.ts'

test('parses the filters', () => {
  expect(parseSearchFilters({ language: ' Objective-C++ ', archived: 'no', fork: 'only' })).toEqual(
    {
      language: 'Objective-C++',
      archived: 'no',
      fork: 'only',
    },
  )
})

test.each([
  {},
  { language: '', archived: '', fork: '' },
  { language: ' " ', archived: 'true', fork: 'toString' },
  { language: 'x'.repeat(51), archived: ['x', 'no'], fork: [] },
])('ignores the invalid filters %j', (query) => {
  expect(parseSearchFilters(query)).toEqual({})
})

test('adds filters to a query in GitHub’s syntax', () => {
  expect(buildSearchQuery('rocket', {})).toBe('rocket')
  expect(buildSearchQuery('', { language: 'C++' })).toBe('language:"C++"')
  expect(
    buildSearchQuery('rocket', { language: 'Jupyter Notebook', archived: 'no', fork: 'yes' }),
  ).toBe('rocket language:"Jupyter Notebook" archived:false fork:true')
  expect(buildSearchQuery('rocket', { archived: 'only', fork: 'only' })).toBe(
    'rocket archived:true fork:only',
  )
})

test('removes quotes from a language', () => {
  expect(buildSearchQuery('', parseSearchFilters({ language: 'a" user:b \\' }))).toBe(
    'language:"a user:b"',
  )
})
