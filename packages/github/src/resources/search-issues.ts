import { z } from 'zod'
import { count, flag, text, timestamp, webUrl } from './fields.ts'
import { type Page, PER_PAGE } from './pagination.ts'
import type { Read, Snapshot } from './read.ts'
import { MAX_SEARCH_PAGE } from './search-repos.ts'

/** An issue or a pull request that a search has found. */
export type FoundIssue = z.output<typeof found>

/** One page of found issues and pull requests, and how many there are in all. */
export type IssueSearchResults = Page<FoundIssue> & { total: number }

const found = z
  .object({
    title: z.string(),
    number: z.int().positive(),
    // The only place where a result says which repository it is of.
    repository_url: z.string().regex(/\/repos\/[^/]+\/[^/]+$/),
    html_url: webUrl,
    user: z.object({ login: text }).nullish(),
    comments: count,
    created_at: timestamp,
    updated_at: timestamp,
    draft: flag,
    pull_request: z.object({}).nullish(),
  })
  .transform((body) => ({
    title: body.title,
    repo: body.repository_url.split('/').slice(-2).join('/'),
    number: body.number,
    kind: body.pull_request ? ('pull' as const) : ('issue' as const),
    // Null when the account was deleted.
    author: body.user?.login ?? null,
    comments: body.comments,
    createdAt: body.created_at,
    updatedAt: body.updated_at,
    draft: body.draft,
    url: body.html_url,
  }))

const schema = z.object({
  total_count: z.int().nonnegative(),
  incomplete_results: flag,
  items: z.array(found),
})

/**
 * One page of the issues and pull requests that match a query in GitHub's search syntax; partial when
 * GitHub ran out of time. Only with a viewer's token: results do not say whether they are private, so
 * what the server's token finds cannot be shown to everybody.
 */
export async function searchIssues(
  read: Read,
  { q, page }: { q: string; page: number },
): Promise<Snapshot<IssueSearchResults>> {
  const { snapshot } = await read({
    // Outside of the route, Octokit leaves a plus of the query bare, and GitHub reads a space.
    route: 'GET /search/issues{?q}',
    params: { q, page, per_page: PER_PAGE },
    schema,
    requiresUserToken: true,
  })
  const { total_count: total, incomplete_results: incomplete, items } = snapshot.data
  const lastPage = Math.min(Math.max(Math.ceil(total / PER_PAGE), 1), MAX_SEARCH_PAGE)
  return {
    ...snapshot,
    data: { items, page, hasNext: page < lastPage, lastPage, total },
    ...(incomplete && { partial: true }),
  }
}
