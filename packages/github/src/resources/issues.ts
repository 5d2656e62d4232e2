import { z } from 'zod'
import {
  count,
  EMPTY_LIST,
  emojiText,
  flag,
  issueNumber,
  orNull,
  pullRequest,
  requiredText,
  text,
  timestamp,
  webUrl,
} from './fields.ts'
import { labels } from './labels.ts'
import { PER_PAGE, type SearchPage, searchResponse, toSearchPage } from './pagination.ts'
import type { Read, Snapshot } from './read.ts'

/** An issue or a pull request in a list. */
export type IssueOrPull = z.output<typeof issueOrPull>

/** One page of issues or pull requests. */
export type IssueOrPullPage = SearchPage<IssueOrPull>

/** A sort order; all but `oldest` are descending. */
export type IssueSort = 'newest' | 'oldest' | 'updated' | 'comments'

/** Filters, sort order and page of a list of issues or pull requests. */
export type IssueQuery = {
  kind: 'issue' | 'pull'
  state: 'open' | 'closed'
  label?: string | undefined
  author?: string | undefined
  sort: IssueSort
  page: number
}

const SORT_PARAMS = {
  newest: { sort: 'created', order: 'desc' },
  oldest: { sort: 'created', order: 'asc' },
  updated: { sort: 'updated', order: 'desc' },
  comments: { sort: 'comments', order: 'desc' },
} as const satisfies Record<IssueSort, object>

const issueOrPull = z
  .object({
    number: issueNumber,
    title: emojiText,
    html_url: webUrl,
    user: orNull(z.object({ login: requiredText, type: text })),
    labels,
    state: orNull(z.enum(['open', 'closed'])),
    state_reason: text,
    draft: flag,
    comments: count,
    created_at: timestamp,
    closed_at: timestamp,
    pull_request: pullRequest,
  })
  .transform((body) => ({
    number: body.number,
    title: body.title,
    url: body.html_url,
    /** Null if the account was deleted. */
    author: body.user ? { login: body.user.login, isBot: body.user.type === 'Bot' } : null,
    labels: body.labels,
    state: stateOf(body),
    comments: body.comments,
    createdAt: body.created_at,
    closedAt: body.closed_at,
  }))

function stateOf(body: {
  state: 'open' | 'closed' | null
  state_reason: string | null
  draft: boolean
  closed_at: string | null
  pull_request: { merged_at: string | null } | null
}): 'open' | 'draft' | 'closed' | 'merged' | 'not planned' {
  if (body.pull_request?.merged_at) return 'merged'
  const state = body.state ?? (body.closed_at === null ? 'open' : 'closed')
  if (state === 'open') return body.draft ? 'draft' : 'open'
  return body.state_reason === 'not_planned' ? 'not planned' : 'closed'
}

const schema = searchResponse(issueOrPull)

const NO_RESULTS: z.output<typeof schema> = {
  total_count: 0,
  incomplete_results: false,
  items: EMPTY_LIST,
}

/**
 * Lists one page of a repository's issues or pull requests, by search: GitHub's lists mix both and
 * cannot filter pull requests by label. Partial if the search timed out or an item is unreadable.
 */
export async function listIssuesOrPulls(
  read: Read,
  owner: string,
  repo: string,
  { page, sort, ...filters }: IssueQuery,
): Promise<Snapshot<IssueOrPullPage>> {
  const { snapshot } = await read({
    // As in `searchRepos`, the query must be part of the route.
    route: 'GET /search/issues{?q}',
    params: {
      q: searchQueryFor(owner, repo, filters),
      ...SORT_PARAMS[sort],
      page,
      per_page: PER_PAGE,
    },
    schema,
    isEssential: true,
    // GitHub returns 422 for an unknown author, and for a repository that it does not search.
    ...(filters.author !== undefined && { on409Or422: NO_RESULTS }),
  })
  return toSearchPage(snapshot, page)
}

function searchQueryFor(
  owner: string,
  repo: string,
  { kind, state, label, author }: Omit<IssueQuery, 'page' | 'sort'>,
): string {
  return [
    `repo:${owner}/${repo}`,
    kind === 'pull' ? 'is:pr' : 'is:issue',
    `is:${state}`,
    // A quote would end the value and start another qualifier.
    ...(label === undefined ? [] : [`label:"${label.replaceAll('"', '')}"`]),
    ...(author === undefined ? [] : [`author:"${author.replaceAll('"', '')}"`]),
  ].join(' ')
}
