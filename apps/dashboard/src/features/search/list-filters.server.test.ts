import { expect, test } from 'vitest'
import { listFilters } from './list-filters.server.ts'
import { parseSearchRequest } from './search-request.ts'

test('each filter has the path of the search without it', () => {
  const query = { q: 'rocket', sort: 'stars', language: 'no', archived: 'no', page: '2' }
  expect(listFilters(parseSearchRequest(query))).toEqual([
    ['Language: no', '/search?q=rocket&sort=stars&archived=no'],
    ['Archived: exclude', '/search?q=rocket&sort=stars&language=no'],
  ])
  expect(listFilters(parseSearchRequest({ q: 'rocket' }))).toEqual([])
})
