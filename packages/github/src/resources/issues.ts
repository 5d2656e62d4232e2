import { z } from 'zod'
import { avatar, count, flag, text, timestamp, webUrl } from './fields.ts'
import { type Page, PER_PAGE } from './pagination.ts'
import type { Read, Snapshot } from './read.ts'
import { MAX_SEARCH_PAGE } from './search-repos.ts'

/** An issue or a pull request in a list. */
export type IssueOrPull = z.output<typeof issueOrPull>

/** One page of issues or pull requests, and how many there are in all. */
export type IssueOrPullPage = Page<IssueOrPull> & { total: number }

/** An order of issues and pull requests; all but `oldest` begin with the most or the latest. */
export type IssueSort = 'newest' | 'oldest' | 'updated' | 'comments'

/** Which issues or pull requests; a label or an author leaves the others out. */
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

const label = z
  .union([
    z.string().transform((name) => ({ name, color: null })),
    z.object({ name: text, color: text }),
  ])
  .transform(({ name, color }) => ({
    name,
    /** Six hexadecimal digits. */
    color: color !== null && /^[\da-f]{6}$/i.test(color) ? color : null,
  }))

const issueOrPull = z
  .object({
    number: z.int().positive(),
    title: z.string(),
    html_url: webUrl,
    user: z.object({ login: z.string(), type: text, avatar_url: avatar }).nullish(),
    labels: z.array(label).nullish(),
    state: z.enum(['open', 'closed']),
    state_reason: text,
    draft: flag,
    comments: count,
    created_at: timestamp,
    updated_at: timestamp,
    closed_at: timestamp,
    pull_request: z.object({ merged_at: timestamp }).nullish(),
  })
  .transform((body) => ({
    number: body.number,
    title: body.title,
    url: body.html_url,
    /** Null for an account that was deleted. */
    author: body.user
      ? { login: body.user.login, isBot: body.user.type === 'Bot', avatarUrl: body.user.avatar_url }
      : null,
    labels: (body.labels ?? []).flatMap(({ name, color }) =>
      name === null ? [] : { name, color },
    ),
    state: stateOf(body),
    comments: body.comments,
    createdAt: body.created_at,
    updatedAt: body.updated_at,
    closedAt: body.closed_at,
  }))

function stateOf(body: {
  state: 'open' | 'closed'
  state_reason: string | null
  draft: boolean
  pull_request?: { merged_at: string | null } | null | undefined
}): 'open' | 'draft' | 'closed' | 'merged' | 'not planned' {
  if (body.pull_request?.merged_at) return 'merged'
  if (body.state === 'open') return body.draft ? 'draft' : 'open'
  return body.state_reason === 'not_planned' ? 'not planned' : 'closed'
}

const schema = z.object({
  total_count: z.int().nonnegative(),
  incomplete_results: flag,
  items: z.array(issueOrPull),
})

const NO_RESULTS: z.output<typeof schema> = { total_count: 0, incomplete_results: false, items: [] }

/**
 * One page of a repository's issues or pull requests; partial when GitHub ran out of time. It is a
 * search, because GitHub's own lists mix the two, and know no label of a pull request. Nothing in it
 * says whether the repository is private: read the repository too, and show nothing without it.
 */
export async function listIssuesOrPulls(
  read: Read,
  owner: string,
  repo: string,
  { page, sort, ...wanted }: IssueQuery,
): Promise<Snapshot<IssueOrPullPage>> {
  const { snapshot } = await read({
    // As in the search for repositories, the query must be part of the route.
    route: 'GET /search/issues{?q}',
    params: {
      q: searchQueryFor(owner, repo, wanted),
      ...SORT_PARAMS[sort],
      page,
      per_page: PER_PAGE,
    },
    schema,
    // An author whom GitHub does not know has opened nothing.
    on409Or422: NO_RESULTS,
  })
  const { total_count: total, incomplete_results: incomplete, items } = snapshot.data
  const lastPage = Math.min(Math.max(Math.ceil(total / PER_PAGE), 1), MAX_SEARCH_PAGE)
  return {
    ...snapshot,
    data: { items, page, hasNext: page < lastPage, lastPage, total },
    ...(incomplete && { partial: true }),
  }
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
    // A quote would end the value, and what follows would be a query of its own.
    ...(label === undefined ? [] : [`label:"${label.replaceAll('"', '')}"`]),
    ...(author === undefined ? [] : [`author:"${author.replaceAll('"', '')}"`]),
  ].join(' ')
}
