import type { ParsedUrlQuery } from 'node:querystring'
import { MAX_SEARCH_PAGE, type SearchSort } from '@repo/github'
import { pageFrom, single, sortFrom } from '#components/list-query.ts'
import { filteredQuery, filtersFrom, type SearchFilters } from './search-filters.ts'
import { searchSorts } from './search-sorts.ts'

/** What an address asks to search for. */
export type SearchRequest = {
  q: string
  filters: SearchFilters
  /** The query with its filters: what GitHub is asked. */
  asked: string
  sort: SearchSort
}

/** Takes a search from an address, and the page of its results. */
export function searchFrom(query: ParsedUrlQuery): { search: SearchRequest; page: number } {
  const q = (single(query, 'q') ?? '').trim()
  const filters = filtersFrom(query)
  const search = {
    q,
    filters,
    asked: filteredQuery(q, filters),
    sort: sortFrom(query, searchSorts),
  }
  return { search, page: pageFrom(query, MAX_SEARCH_PAGE) }
}
