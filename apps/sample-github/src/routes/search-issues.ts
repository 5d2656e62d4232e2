import { Hono } from 'hono'
import { issueSearchResult } from '../bodies/issue.ts'
import { catalog } from '../data/repositories.ts'
import type { SampleContext, SampleEnv } from '../http/context.ts'
import { sendList } from '../http/paging.ts'
import { ThrownResponse } from '../http/thrown-response.ts'
import {
  type IssueOrder,
  type IssueQuery,
  parseIssueQuery,
  UnsupportedQualifierError,
  ValidationFailedError,
} from '../search/issue-query.ts'
import { searchIssues } from '../search/issue-search.ts'
import { invalidQuery, MAX_RESULTS, requireQuery, requireResultPage } from './search-request.ts'

export const searchIssueRoutes = new Hono<SampleEnv>()

searchIssueRoutes.get('/search/issues', (c) => {
  const query = requireIssueQuery(c)
  const page = requireResultPage(c)
  const view = c.get('view')
  const repositories = new Set([...catalog, ...query.named])
  const { matches, isIncomplete } = searchIssues([...repositories], query, view)
  const list = {
    path: '/search/issues',
    total: Math.min(matches.length, MAX_RESULTS),
    items: (start: number, end: number) =>
      matches.slice(start, end).map(({ repo, item }) => issueSearchResult(repo, item, view)),
    page,
  }
  return sendList(c, list, (items) => ({
    total_count: matches.length,
    incomplete_results: isIncomplete,
    items,
  }))
})

function requireIssueQuery(c: SampleContext): IssueQuery {
  const text = requireQuery(c)
  try {
    const query = parseIssueQuery(text, c.get('view').viewer)
    const credentials = c.get('credentials')
    const isAppToken = typeof credentials === 'object' && credentials.isAppToken
    if (isAppToken && query.kind === undefined) {
      throw new ValidationFailedError("Query must include 'is:issue' or 'is:pull-request'")
    }
    return { ...query, order: query.order ?? orderFromParameters(c) }
  } catch (error) {
    if (error instanceof ValidationFailedError) {
      throw invalidQuery({ code: 'invalid', message: error.message })
    }
    if (!(error instanceof UnsupportedQualifierError)) throw error
    c.get('state').recordUnknown({ method: 'GET', path: `/search/issues ${error.message}` })
    throw new ThrownResponse(501, {
      message: `The sample GitHub does not support "${error.message}" in issue searches`,
      method: 'GET',
      path: '/search/issues',
    })
  }
}

function orderFromParameters(c: SampleContext): IssueOrder | undefined {
  const { sort: by, order } = c.req.query()
  if (by !== 'created' && by !== 'updated' && by !== 'comments') return undefined
  return { by, ascending: order === 'asc' }
}
