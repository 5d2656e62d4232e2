import { Hono } from 'hono'
import { checkRunCount, checkRuns, combinedStatus } from '../bodies/checks.ts'
import { commitBody } from '../bodies/commit.ts'
import { comparison } from '../bodies/comparison.ts'
import { workflowRun, workflowRunCount } from '../bodies/workflow-run.ts'
import { parseDate } from '../data/clock.ts'
import { commitAt, commitOfRef, shaOfCommit } from '../data/commits.ts'
import type { RepoFacts } from '../data/facts.ts'
import { commitCount, commitsSince } from '../data/history.ts'
import type { SampleContext, SampleEnv } from '../http/context.ts'
import { lastModified } from '../http/headers.ts'
import { itemsByIndex, parsePage, sendList } from '../http/paging.ts'
import { sendJson } from '../http/send.ts'
import { githubError, notFound } from '../http/thrown-response.ts'
import { requireRepository } from './repository-param.ts'

/** Commits, their checks, workflow runs and comparisons. */
export const commitRoutes = new Hono<SampleEnv>()

commitRoutes.get('/commits', (c) => {
  const repo = requireRepository(c)
  if (repo.empty) {
    throw githubError(409, 'Git Repository is empty.', '/commits/commits#list-commits')
  }
  const view = c.get('view')
  const ref = c.req.query('sha')
  const from = ref ? commitOfRef(repo, view.today, ref) : 0
  if (from === undefined) throw notFound('/commits/commits#list-commits')

  const total = commitCount(repo, view.today)
  const newest = Math.max(from, commitsNewerThanParameter(c, repo, 'until') ?? 0)
  const oldest = Math.max(newest, commitsNewerThanParameter(c, repo, 'since') ?? total)
  return sendList(c, {
    path: `/repositories/${repo.id}/commits`,
    total: oldest - newest,
    items: itemsByIndex((index) =>
      commitBody(repo, commitAt(repo, view.today, newest + index, total), view),
    ),
    headers: lastModified(c, repo.pushedSecondsAgo),
  })
})

/** The number of commits newer than the date in a query parameter. */
function commitsNewerThanParameter(
  c: SampleContext,
  repo: RepoFacts,
  parameter: string,
): number | undefined {
  const date = parseDate(c.req.query(parameter) ?? '')
  if (Number.isNaN(date)) return undefined
  const { today } = c.get('view')
  return commitsSince(repo, today, (today - date) / 1000)
}

/** The SHA of the commit in the URL. */
function requireSha(c: SampleContext, repo: RepoFacts): string {
  const ref = c.req.param('ref') ?? ''
  const index = commitOfRef(repo, c.get('view').today, ref)
  if (index === undefined) throw githubError(422, `No commit found for SHA: ${ref}`)
  return shaOfCommit(repo, index)
}

commitRoutes.get('/commits/:ref{.+}/check-runs', (c) => {
  const repo = requireRepository(c)
  const sha = requireSha(c, repo)
  const total = checkRunCount(repo)
  const list = {
    path: `/repositories/${repo.id}/commits/${c.req.param('ref')}/check-runs`,
    total,
    items: (start: number, end: number) => checkRuns(repo, sha, c.get('view')).slice(start, end),
  }
  return sendList(c, list, (items) => ({ total_count: total, check_runs: items }))
})

commitRoutes.get('/commits/:ref{.+}/status', (c) => {
  const repo = requireRepository(c)
  return sendJson(c, combinedStatus(repo, requireSha(c, repo), c.get('view')))
})

commitRoutes.get('/actions/runs', (c) => {
  const repo = requireRepository(c)
  const branch = c.req.query('branch') ?? repo.defaultBranch
  const status = c.req.query('status') ?? 'completed'
  const hasRuns = branch === repo.defaultBranch && status === 'completed'
  const total = hasRuns ? workflowRunCount(repo) : 0
  const list = {
    path: `/repositories/${repo.id}/actions/runs`,
    total,
    items: itemsByIndex((index) => workflowRun(repo, index, c.get('view'))),
  }
  return sendList(c, list, (items) => ({ total_count: total, workflow_runs: items }))
})

commitRoutes.get('/compare/:basehead{.+}', (c) => {
  const repo = requireRepository(c)
  const basehead = c.req.param('basehead')
  const [base = '', head = ''] = basehead.split('...')
  const page = parsePage(c, 250, 250)
  const body = comparison(repo, base, head, page, c.get('view'))
  if (!body) throw notFound('/commits/commits#compare-two-commits')
  const list = {
    path: `/repositories/${repo.id}/compare/${encodeURIComponent(basehead)}`,
    total: body.total_commits,
    items: () => body.commits,
    page,
  }
  return sendList(c, list, (commits) => ({ ...body, commits }))
})
