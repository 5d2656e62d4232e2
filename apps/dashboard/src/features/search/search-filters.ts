import type { ParsedUrlQuery } from 'node:querystring'
import { single } from '#components/list-query.ts'

/** What narrows a search; undefined is GitHub's own way: archived ones too, and no forks. */
export type SearchFilters = {
  language?: string
  archived?: 'no' | 'only'
  fork?: 'yes' | 'only'
}

const longestLanguage = 50

/** The filters that an address asks for; what is none is left out. */
export function filtersFrom(query: ParsedUrlQuery): SearchFilters {
  const language = (single(query, 'language') ?? '').replace(/["\\]/g, '').trim()
  const archived = single(query, 'archived')
  const fork = single(query, 'fork')
  return {
    ...(language !== '' && language.length <= longestLanguage && { language }),
    ...((archived === 'no' || archived === 'only') && { archived }),
    ...((fork === 'yes' || fork === 'only') && { fork }),
  }
}

/**
 * A query with its filters, in GitHub's syntax
 * (https://docs.github.com/en/search-github/searching-on-github/searching-for-repositories).
 */
export function filteredQuery(q: string, { language, archived, fork }: SearchFilters): string {
  return [
    q,
    language && `language:"${language}"`,
    archived && `archived:${archived === 'only'}`,
    fork && `fork:${fork === 'only' ? 'only' : 'true'}`,
  ]
    .filter(Boolean)
    .join(' ')
}
