import { PER_PAGE, type SearchPage, searchResponse, toSearchPage } from './pagination.ts'
import type { Read, Snapshot } from './read.ts'
import { type RepoSummary, repoSummary } from './repo.ts'

/** A sort order of search results; `best-match` is GitHub's default. */
export type SearchSort = 'best-match' | 'stars' | 'updated'

/** One page of a search for repositories. */
export type SearchResults = SearchPage<RepoSummary>

const PUBLIC_QUALIFIER = 'is:public '

/** GitHub rejects queries of more than 256 characters, which include our qualifier. */
export const MAX_QUERY_LENGTH = 256 - PUBLIC_QUALIFIER.length

const schema = searchResponse(repoSummary)

/** A search for repositories. */
export type RepoSearch = { q: string; sort: SearchSort; page: number; isOptional?: boolean }

/**
 * Searches repositories in GitHub's search syntax; partial if the search timed out.
 * @param search.isOptional Whether it gives way to other searches: it is not sent without a token,
 * nor from the last tenth of the quota.
 */
export async function searchRepos(
  read: Read,
  { q, sort, page, isOptional = false }: RepoSearch,
): Promise<Snapshot<SearchResults>> {
  const { snapshot } = await read({
    // In `params` alone, Octokit does not encode a plus sign, which GitHub reads as a space.
    route: 'GET /search/repositories{?q}',
    params: { q, ...(sort !== 'best-match' && { sort }), page, per_page: PER_PAGE },
    isEssential: !isOptional,
    isOptional,
    publicParams: { q: toPublicQuery(q) },
    // GitHub rejects the name of a repository that a token cannot see, and finds nothing for others.
    withoutServerToken: /\brepo:/i.test(q),
    schema,
  })
  return toSearchPage(snapshot, page)
}

/**
 * Limits a query to public repositories. The server's token may see private ones, and even the
 * number of matches would reveal their content.
 */
function toPublicQuery(q: string): string {
  const visibility = /(^|\s)-?(?:is|visibility):"?(?:public|private|internal)"?(?=\s|$)/gi
  return `${PUBLIC_QUALIFIER}${q.replace(visibility, '$1').trim()}`
}
