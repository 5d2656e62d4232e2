import { Hono } from 'hono'
import { issueComment, reviewComment } from '../bodies/comment.ts'
import { listedIssue, pull } from '../bodies/issue.ts'
import { repositoryInList } from '../bodies/repository.ts'
import type { View } from '../bodies/schemas.ts'
import { parseDate } from '../data/clock.ts'
import { commentAt, commentCount } from '../data/comments.ts'
import type { RepoFacts } from '../data/facts.ts'
import {
  authorOf,
  type IssueListQuery,
  issueNumbers,
  issueOrPullAt,
  labelsOf,
  updatedSecondsAgo,
} from '../data/issues.ts'
import type { SampleContext, SampleEnv } from '../http/context.ts'
import { itemsByIndex, sendList } from '../http/paging.ts'
import { githubError } from '../http/thrown-response.ts'
import { requireRepository } from './repository-param.ts'

/** Issues, pull requests and their comments. */
export const issueRoutes = new Hono<SampleEnv>()

issueRoutes.get('/issues', (c) => {
  const repo = requireRepository(c)
  if (!repo.hasIssues) {
    throw githubError(
      410,
      'Issues are disabled for this repo',
      '/issues/issues#list-repository-issues',
    )
  }
  const numbers = filterNumbers(c, repo, issueNumbers(repo, parseListQuery(c, 'issues and pulls')))
  return sendList(c, {
    path: `/repositories/${repo.id}/issues`,
    total: numbers.length,
    items: (start, end) =>
      numbers
        .slice(start, end)
        .map((number) => listedIssue(repo, issueOrPullAt(repo, number), c.get('view'))),
  })
})

issueRoutes.get('/pulls', (c) => {
  const repo = requireRepository(c)
  const numbers = issueNumbers(repo, parseListQuery(c, 'pulls'))
  const repository = repositoryInList(repo, c.get('view'))
  return sendList(c, {
    path: `/repositories/${repo.id}/pulls`,
    total: numbers.length,
    items: (start, end) =>
      numbers
        .slice(start, end)
        .map((number) => pull(repo, repository, issueOrPullAt(repo, number), c.get('view'))),
  })
})

issueRoutes.get('/issues/comments', (c) => {
  const repo = requireRepository(c)
  return sendList(c, {
    path: `/repositories/${repo.id}/issues/comments`,
    total: commentCount(repo, 'issues and pulls'),
    items: commentItems(c, repo, 'issues and pulls', issueComment),
  })
})

issueRoutes.get('/pulls/comments', (c) => {
  const repo = requireRepository(c)
  return sendList(c, {
    path: `/repositories/${repo.id}/pulls/comments`,
    total: commentCount(repo, 'pulls'),
    items: commentItems(c, repo, 'pulls', reviewComment),
  })
})

/** GitHub lists comments oldest first by default. */
function commentItems<Body>(
  c: SampleContext,
  repo: RepoFacts,
  kind: IssueListQuery['kind'],
  body: (repo: RepoFacts, comment: ReturnType<typeof commentAt>, view: View) => Body,
) {
  const total = commentCount(repo, kind)
  const newestFirst = c.req.query('sort') !== undefined && c.req.query('direction') !== 'asc'
  return itemsByIndex((index) =>
    body(repo, commentAt(repo, kind, newestFirst ? index : total - 1 - index), c.get('view')),
  )
}

function parseListQuery(c: SampleContext, kind: IssueListQuery['kind']): IssueListQuery {
  const state = c.req.query('state')
  const sort = c.req.query('sort')
  const direction = c.req.query('direction')
  const order = parseSort(sort)
  // GitHub sorts pull requests in ascending order by default, except by creation.
  const defaultDirection =
    kind === 'pulls' && sort !== undefined && sort !== 'created' ? 'asc' : 'desc'
  return {
    kind,
    state: state === 'closed' || state === 'all' ? state : 'open',
    sort: order,
    direction: direction === 'asc' || direction === 'desc' ? direction : defaultDirection,
  }
}

function parseSort(sort: string | undefined): IssueListQuery['sort'] {
  switch (sort) {
    case 'updated':
      return 'updated'
    case 'comments':
    case 'popularity':
      return 'comments'
    default:
      return 'created'
  }
}

/** Filters by labels (all must match), creator and date of update. */
function filterNumbers(c: SampleContext, repo: RepoFacts, numbers: number[]): number[] {
  const labels = (c.req.query('labels') ?? '').split(',').filter((label) => label !== '')
  const creator = c.req.query('creator')?.toLowerCase()
  const since = parseDate(c.req.query('since') ?? '')
  const { today } = c.get('view')

  return numbers.filter((number) => {
    if (creator && authorOf(repo, number)?.login.toLowerCase() !== creator) return false
    if (since && today - updatedSecondsAgo(repo, number) * 1000 < since) return false
    if (labels.length === 0) return true
    const names = labelsOf(repo, number).map((label) => label.name.toLowerCase())
    return labels.every((label) => names.includes(label.trim().toLowerCase()))
  })
}
