import type { ParsedUrlQuery } from 'node:querystring'
import type { OwnerSort, Page, RepoSummary } from '@repo/github'
import { getSearchParam, parsePage, parseSort } from '#components/list-query.ts'

/** The sort orders of an owner's repositories; the first is the default. */
export const ownerSorts = [
  { sort: 'pushed', label: 'Recently pushed' },
  { sort: 'stars', label: 'Stars' },
  { sort: 'name', label: 'Name' },
] as const satisfies readonly { sort: OwnerSort; label: string }[]

/** The filters of an owner's repositories, as on GitHub. */
export type OwnerFilters = {
  language?: string
  type?: 'source' | 'fork'
  archived?: 'no' | 'only'
}

/** The list that a URL requests. */
export type OwnerReposRequest = { filters: OwnerFilters; sort: OwnerSort; page: number }

/** The most repositories that a filter searches: what GitHub lists in one response. */
export const MAX_FILTERED = 100

const PER_PAGE = 30
const MAX_LANGUAGE_LENGTH = 50

/** Parses the list that a URL requests; invalid filters are ignored. */
export function parseOwnerReposRequest(query: ParsedUrlQuery): OwnerReposRequest {
  const language = (getSearchParam(query, 'language') ?? '').trim()
  const type = getSearchParam(query, 'type')
  const archived = getSearchParam(query, 'archived')
  const filters: OwnerFilters = {
    ...(language !== '' && language.length <= MAX_LANGUAGE_LENGTH && { language }),
    ...((type === 'source' || type === 'fork') && { type }),
    ...((archived === 'no' || archived === 'only') && { archived }),
  }
  return { filters, sort: parseSort(query, ownerSorts), page: parsePage(query) }
}

/** Whether a list has any filter. */
export function hasFilters(filters: OwnerFilters): boolean {
  return Object.keys(filters).length > 0
}

/** Filters and sorts repositories, and returns one page of them. */
export function filterRepos(
  repos: readonly RepoSummary[],
  { filters: { language, type, archived }, sort, page }: OwnerReposRequest,
): Page<RepoSummary> & { total: number } {
  const found = repos.filter(
    (repo) =>
      (language === undefined || repo.language?.toLowerCase() === language.toLowerCase()) &&
      (type === undefined || repo.fork === (type === 'fork')) &&
      (archived === undefined || repo.archived === (archived === 'only')),
  )
  // GitHub's list is sorted by last push.
  const sorted = sort === 'pushed' ? found : found.toSorted(compareBy[sort])
  const lastPage = Math.max(Math.ceil(found.length / PER_PAGE), 1)
  return {
    items: sorted.slice((page - 1) * PER_PAGE, page * PER_PAGE),
    page,
    hasNext: page < lastPage,
    lastPage,
    total: found.length,
  }
}

type Compare = (a: RepoSummary, b: RepoSummary) => number

const compareBy: Record<'stars' | 'name', Compare> = {
  stars: (a, b) => (b.stars ?? 0) - (a.stars ?? 0),
  name: (a, b) => a.fullName.localeCompare(b.fullName, 'en', { sensitivity: 'base' }),
}

/** Lists the languages of repositories, in the order of the alphabet. */
export function languagesOf(repos: readonly RepoSummary[]): string[] {
  const languages = repos.flatMap((repo) => repo.language ?? [])
  return [...new Set(languages)].toSorted((a, b) => a.localeCompare(b, 'en'))
}

/** Describes filtered repositories: `archived Rust forks`. */
export function describeFilters({ language, type, archived }: OwnerFilters): string {
  const words = [
    archived && (archived === 'only' ? 'archived' : 'active'),
    language,
    type === 'source' && 'source',
    type === 'fork' ? 'forks' : 'repositories',
  ]
  return words.filter(Boolean).join(' ')
}

/** The title of a page of the list; the owner alone for the first page without filters. */
export function ownerReposTitle(owner: string, { filters, page }: OwnerReposRequest): string {
  if (page === 1 && !hasFilters(filters)) return owner
  const description = describeFilters(filters)
  const name = description.charAt(0).toUpperCase() + description.slice(1)
  return `${name}${page > 1 ? `, page ${page}` : ''} · ${owner}`
}
