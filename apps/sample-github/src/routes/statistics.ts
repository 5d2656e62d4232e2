import { type Handler, Hono } from 'hono'
import type { View } from '../bodies/schemas.ts'
import {
  codeFrequency,
  commitActivity,
  contributorActivity,
  participation,
} from '../bodies/statistics.ts'
import type { RepoFacts } from '../data/facts.ts'
import { weeksOfLife } from '../data/history.ts'
import { weekOfStars } from '../data/stars.ts'
import type { SampleEnv } from '../http/context.ts'
import { itemsByIndex, parsePage, sendList } from '../http/paging.ts'
import { sendEmpty, sendError, sendJson } from '../http/send.ts'
import { githubError } from '../http/thrown-response.ts'
import { requireRepository } from './repository-param.ts'

/** The statistics that GitHub computes in the background. */
export const statisticsRoutes = new Hono<SampleEnv>()

/** GitHub responds with 202 until a statistic is computed, and with 204 for an empty repository. */
function statistic(
  resource: string,
  body: (repo: RepoFacts, view: View) => unknown,
): Handler<SampleEnv> {
  return (c) => {
    const repo = requireRepository(c)
    if (repo.empty) return sendEmpty(204)
    if (repo.computingRequests > 0) {
      const turn = c.get('state').nextCount(`statistic ${repo.fullName} ${resource}`)
      if (turn <= repo.computingRequests) return sendError(202, {})
    }
    return sendJson(c, body(repo, c.get('view')))
  }
}

statisticsRoutes.get('/stats/commit_activity', statistic('commit_activity', commitActivity))
statisticsRoutes.get('/stats/participation', statistic('participation', participation))
statisticsRoutes.get('/stats/contributors', statistic('contributors', contributorActivity))
statisticsRoutes.get(
  '/stats/code_frequency',
  statistic('code_frequency', (repo, view) => {
    if (repo.tooLarge) {
      throw githubError(
        422,
        'Repository contains more than 10000 commits',
        '/metrics/statistics#get-the-weekly-commit-activity',
      )
    }
    return codeFrequency(repo, view)
  }),
)

statisticsRoutes.get('/stargazers/history', (c) => {
  const repo = requireRepository(c)
  const { today } = c.get('view')
  return sendList(c, {
    path: `/repositories/${repo.id}/stargazers/history`,
    total: weeksOfLife(repo),
    items: itemsByIndex((weeksAgo) => weekOfStars(repo, today, weeksAgo)),
    page: parsePage(c, 30, 30),
  })
})
