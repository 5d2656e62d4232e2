import type { ParsedUrlQuery } from 'node:querystring'
import type { IssueQuery, IssueSort } from '@repo/github'
import {
  addSearchParams,
  formatListTitle,
  getSearchParam,
  parseSort,
} from '#components/list-query.ts'
import type { RepoSection } from '#components/repo/repo-sections.ts'

/** The sort orders of issues and pull requests; the first is the default. */
export const issueSorts = [
  { sort: 'newest', label: 'Newest' },
  { sort: 'oldest', label: 'Oldest' },
  { sort: 'updated', label: 'Recently updated' },
  { sort: 'comments', label: 'Most commented' },
] as const satisfies readonly { sort: IssueSort; label: string }[]

/** The filters and the sort order in the URL of a list. */
export type IssueListRequest = Omit<IssueQuery, 'page'>

// Labels and logins on GitHub are shorter.
const MAX_FILTER_LENGTH = 60

/** Parses the query of a list's URL; ignores invalid filters. */
export function parseIssueListRequest(
  query: ParsedUrlQuery,
  kind: IssueListRequest['kind'],
): IssueListRequest {
  const label = parseFilter(query, 'label')
  const author = parseFilter(query, 'author')
  return {
    kind,
    state: getSearchParam(query, 'state') === 'closed' ? 'closed' : 'open',
    sort: parseSort(query, issueSorts),
    ...(label !== undefined && { label }),
    ...(author !== undefined && { author }),
  }
}

function parseFilter(query: ParsedUrlQuery, name: string): string | undefined {
  const value = (getSearchParam(query, name) ?? '').replace(/["\\]/g, '').trim()
  return value === '' || value.length > MAX_FILTER_LENGTH ? undefined : value
}

/** Adds a request to the path of a repository's list, without default values. */
export function issueListPath(
  listPath: string,
  { state, sort, label, author }: IssueListRequest,
  page = 1,
): string {
  return addSearchParams(listPath, {
    state: state === 'open' ? undefined : state,
    label,
    author,
    sort: sort === issueSorts[0].sort ? undefined : sort,
    page: page === 1 ? undefined : page,
  })
}

/** The tabs of a repository with its lists. */
export const issueSections = { issue: 'issues', pull: 'pulls' } as const satisfies Record<
  IssueListRequest['kind'],
  RepoSection
>

const sortTitles = {
  newest: 'newest first',
  oldest: 'oldest first',
  updated: 'recently updated first',
  comments: 'most commented first',
} as const satisfies Record<IssueSort, string>

const kindNames = { issue: 'issues', pull: 'pull requests' } as const

/** Formats the title of a list: `Closed issues labeled bug by ann, oldest first, page 2`. */
export function issueListTitle(
  { kind, state, sort, label, author }: IssueListRequest,
  page: number | undefined,
): string {
  const list = `${state === 'open' ? 'Open' : 'Closed'} ${kindNames[kind]}`
  const filters = `${label === undefined ? '' : ` labeled ${label}`}${author === undefined ? '' : ` by ${author}`}`
  const order = sort === issueSorts[0].sort ? '' : `, ${sortTitles[sort]}`
  return formatListTitle(list + filters + order, page)
}
