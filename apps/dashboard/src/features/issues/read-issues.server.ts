import type { ParsedUrlQuery } from 'node:querystring'
import {
  computeResponsiveness,
  derive,
  type GitHub,
  MAX_SEARCH_PAGE,
  type ToPanel,
} from '@repo/github'
import { parsePage } from '#components/list-query.ts'
import { type Age, ageOf } from '#components/panel/age.tsx'
import { type IssueListRequest, parseIssueListRequest } from './issue-list-request.ts'
import type { IssuesViewProps } from './issues-view.tsx'

/** Reads a list of issues or pull requests, with the credentials of `github`. */
export async function readIssues(
  { github, panel }: { github: GitHub; panel: ToPanel },
  { owner, repo }: { owner: string; repo: string },
  kind: IssueListRequest['kind'],
  query: ParsedUrlQuery,
): Promise<IssuesViewProps & { age: Age }> {
  const request = parseIssueListRequest(query, kind)
  const page = parsePage(query, MAX_SEARCH_PAGE)
  const [facts, issues, responsiveness] = await Promise.all([
    github.getRepo(owner, repo),
    panel(github.listIssuesOrPulls(owner, repo, { ...request, page })),
    panel(github.listConversations(owner, repo), (data) =>
      derive(data, computeResponsiveness, kind),
    ),
  ])
  return { repo: facts.data, age: ageOf(facts), request, issues, responsiveness }
}
