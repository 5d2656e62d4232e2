import { type Handler, Hono } from 'hono'
import { sendEmpty, sendError, sendJson } from '../answer.ts'
import type { View } from '../bodies/schemas.ts'
import {
  codeFrequency,
  commitActivity,
  contributorActivity,
  participation,
} from '../bodies/statistics.ts'
import type { SampleEnv } from '../context.ts'
import type { RepoFacts } from '../data/facts.ts'
import { weeksOfLife } from '../data/history.ts'
import { weekOfStars } from '../data/stars.ts'
import { itemsByIndex, pageFrom, sendList } from '../paging.ts'
import { refuse } from '../refusal.ts'
import { repositoryIn } from './found.ts'

/** What GitHub computes in the background and does not always have. */
export const statisticsRoutes = new Hono<SampleEnv>()

/** GitHub answers 202 until a statistic is computed, and 204 where there is nothing to compute. */
function statistic(
  resource: string,
  body: (repo: RepoFacts, view: View) => unknown,
): Handler<SampleEnv> {
  return (c) => {
    const repo = repositoryIn(c)
    if (repo.empty) return sendEmpty(204)
    if (repo.computingRequests > 0) {
      const turn = c.get('state').turn(`statistic ${repo.fullName} ${resource}`)
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
      throw refuse(
        422,
        'Repository contains more than 10000 commits',
        '/metrics/statistics#get-the-weekly-commit-activity',
      )
    }
    return codeFrequency(repo, view)
  }),
)

statisticsRoutes.get('/stargazers/history', (c) => {
  const repo = repositoryIn(c)
  const { today } = c.get('view')
  return sendList(c, {
    path: `/repositories/${repo.id}/stargazers/history`,
    total: weeksOfLife(repo),
    items: itemsByIndex((weeksAgo) => weekOfStars(repo, today, weeksAgo)),
    page: pageFrom(c, 30, 30),
  })
})
