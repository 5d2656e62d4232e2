import type { ParsedUrlQuery } from 'node:querystring'
import type { IssueQuery } from '@repo/github'
import { single, sortFrom, withSearch } from '#components/list-query.ts'
import { type RepoSection, repoPath } from '#components/repo/paths.ts'
import { issueSorts } from './issue-sorts.ts'

/** Which issues or pull requests an address asks for. */
export type IssueListRequest = Omit<IssueQuery, 'page'>

// GitHub's labels and logins are shorter.
const MAX_FILTER_LENGTH = 60

/** Takes from an address which issues or pull requests it asks for; what is no filter is left out. */
export function parseIssueListRequest(
  query: ParsedUrlQuery,
  kind: IssueListRequest['kind'],
): IssueListRequest {
  const label = filterFrom(query, 'label')
  const author = filterFrom(query, 'author')
  return {
    kind,
    state: single(query, 'state') === 'closed' ? 'closed' : 'open',
    sort: sortFrom(query, issueSorts),
    ...(label !== undefined && { label }),
    ...(author !== undefined && { author }),
  }
}

function filterFrom(query: ParsedUrlQuery, name: string): string | undefined {
  const value = (single(query, name) ?? '').replace(/["\\]/g, '').trim()
  return value === '' || value.length > MAX_FILTER_LENGTH ? undefined : value
}

/** The address of a list of issues or pull requests, without what it means anyway. */
export function issueListPath(
  fullName: string,
  { kind, state, sort, label, author }: IssueListRequest,
  page = 1,
): string {
  return withSearch(repoPath(fullName, sections[kind]), {
    state: state === 'open' ? undefined : state,
    label,
    author,
    sort: sort === issueSorts[0].sort ? undefined : sort,
    page: page === 1 ? undefined : page,
  })
}

const sections = { issue: 'issues', pull: 'pulls' } as const satisfies Record<
  IssueListRequest['kind'],
  RepoSection
>
