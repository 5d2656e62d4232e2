import { z } from 'zod'
import { flag } from './fields.ts'
import { type Page, PER_PAGE } from './pagination.ts'
import type { Read, Snapshot } from './read.ts'
import { type RepoSummary, repoSummary } from './repo.ts'

/** An order of search results; `best-match` is GitHub's own. */
export type SearchSort = 'best-match' | 'stars' | 'updated'

/** One page of search results, and how many there are in all. */
export type SearchResults = Page<RepoSummary> & { total: number }

/** The last page that GitHub's search gives: it stops after a thousand results. */
export const MAX_SEARCH_PAGE = Math.ceil(1000 / PER_PAGE)

const PUBLIC_QUALIFIER = 'is:public '

/** GitHub refuses queries of more than 256 characters, and some of them are ours. */
export const MAX_QUERY_LENGTH = 256 - PUBLIC_QUALIFIER.length

const schema = z.object({
  total_count: z.int().nonnegative(),
  incomplete_results: flag,
  items: z.array(repoSummary),
})

/** One page of the repositories that match a query in GitHub's search syntax; partial when GitHub ran out of time. */
export async function searchRepos(
  read: Read,
  { q, sort, page }: { q: string; sort: SearchSort; page: number },
): Promise<Snapshot<SearchResults>> {
  const { snapshot } = await read({
    // Outside of the route, Octokit leaves a plus of the query bare, and GitHub reads a space.
    route: 'GET /search/repositories{?q}',
    params: { q, ...(sort !== 'best-match' && { sort }), page, per_page: PER_PAGE },
    publicParams: { q: toPublicQuery(q) },
    schema,
  })
  const { total_count: total, incomplete_results: incomplete, items } = snapshot.data
  const lastPage = Math.min(Math.max(Math.ceil(total / PER_PAGE), 1), MAX_SEARCH_PAGE)
  return {
    ...snapshot,
    data: { items, page, hasNext: page < lastPage, lastPage, total },
    ...(incomplete && { partial: true }),
  }
}

/**
 * The query for everybody. The server's token may see private repositories, and the number of those
 * that match would tell what is in them.
 */
function toPublicQuery(q: string): string {
  const visibility = /(^|\s)-?(?:is|visibility):"?(?:public|private|internal)"?(?=\s|$)/gi
  return `${PUBLIC_QUALIFIER}${q.replace(visibility, '$1').trim()}`
}
