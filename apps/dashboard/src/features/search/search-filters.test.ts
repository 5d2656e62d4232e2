import { expect, test } from 'vitest'
import { filteredQuery, filtersFrom } from './search-filters.ts'

test('takes the filters that there are', () => {
  expect(filtersFrom({ language: ' Objective-C++ ', archived: 'no', fork: 'only' })).toEqual({
    language: 'Objective-C++',
    archived: 'no',
    fork: 'only',
  })
})

test.each([
  {},
  { language: '', archived: '', fork: '' },
  { language: ' " ', archived: 'true', fork: 'toString' },
  { language: 'x'.repeat(51), archived: ['x', 'no'], fork: [] },
])('takes %j for no filter', (query) => {
  expect(filtersFrom(query)).toEqual({})
})

test('writes a query with its filters as GitHub reads it', () => {
  expect(filteredQuery('rocket', {})).toBe('rocket')
  expect(filteredQuery('', { language: 'C++' })).toBe('language:"C++"')
  expect(
    filteredQuery('rocket', { language: 'Jupyter Notebook', archived: 'no', fork: 'yes' }),
  ).toBe('rocket language:"Jupyter Notebook" archived:false fork:true')
  expect(filteredQuery('rocket', { archived: 'only', fork: 'only' })).toBe(
    'rocket archived:true fork:only',
  )
})

test('lets no language end its own quotes', () => {
  expect(filteredQuery('', filtersFrom({ language: 'a" user:b \\' }))).toBe('language:"a user:b"')
})
