import type { ParsedUrlQuery } from 'node:querystring'
import type { SearchSort } from '@repo/github'
import { addSearchParams, getSearchParam, parseSort } from '#components/list-query.ts'

/** The sort orders of search results; the first is the default. */
export const searchSorts = [
  { sort: 'best-match', label: 'Best match' },
  { sort: 'stars', label: 'Stars' },
  { sort: 'updated', label: 'Recently updated' },
] as const satisfies readonly { sort: SearchSort; label: string }[]

/** The filters of a search. By default, GitHub includes archived repositories and excludes forks. */
export type SearchFilters = {
  language?: string
  archived?: 'no' | 'only'
  fork?: 'yes' | 'only'
}

/** The search that a URL requests. */
export type SearchRequest = {
  q: string
  filters: SearchFilters
  /** The query with its filters, as sent to GitHub. */
  githubQuery: string
  sort: SearchSort
  /** `repositories` searches for a text that is a name; any other search opens what it names. */
  type?: 'repositories'
}

const MAX_LANGUAGE_LENGTH = 50

/** Returns the path of the first page of a search, with changed parameters. */
export function searchPath(
  { q, filters, sort, type }: SearchRequest,
  changes: { [Name in keyof SearchFilters | 'q']?: string | undefined } = {},
): string {
  const sortParam = sort === 'best-match' ? undefined : sort
  return addSearchParams('/search', {
    q: q || undefined,
    sort: sortParam,
    ...filters,
    type,
    ...changes,
  })
}

/** Parses a search from a URL. */
export function parseSearchRequest(query: ParsedUrlQuery): SearchRequest {
  const q = (getSearchParam(query, 'q') ?? '').trim()
  const filters = parseSearchFilters(query)
  return {
    q,
    filters,
    githubQuery: buildSearchQuery(q, filters),
    sort: parseSort(query, searchSorts),
    ...(getSearchParam(query, 'type') === 'repositories' && { type: 'repositories' }),
  }
}

/** Parses the filters of a search; invalid ones are ignored. */
export function parseSearchFilters(query: ParsedUrlQuery): SearchFilters {
  const language = (getSearchParam(query, 'language') ?? '').replace(/["\\]/g, '').trim()
  const archived = getSearchParam(query, 'archived')
  const fork = getSearchParam(query, 'fork')
  return {
    ...(language !== '' && language.length <= MAX_LANGUAGE_LENGTH && { language }),
    ...((archived === 'no' || archived === 'only') && { archived }),
    ...((fork === 'yes' || fork === 'only') && { fork }),
  }
}

/**
 * Adds filters to a query, in GitHub's syntax
 * (https://docs.github.com/en/search-github/searching-on-github/searching-for-repositories).
 */
export function buildSearchQuery(q: string, { language, archived, fork }: SearchFilters): string {
  return [
    q,
    language && `language:"${language}"`,
    archived && `archived:${archived === 'only'}`,
    fork && `fork:${fork === 'only' ? 'only' : 'true'}`,
  ]
    .filter(Boolean)
    .join(' ')
}
