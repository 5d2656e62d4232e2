import { z } from 'zod'
import type { Dated, Read } from '../reader.ts'
import { text } from '../shapes.ts'

/** What was checked of the newest commit of the default branch, by check runs and statuses together. */
export type Checks = {
  /** `none` where nothing is checked, which is not the same as `pending`. */
  state: 'none' | 'passing' | 'failing' | 'pending'
}

type Outcome = 'passed' | 'failed' | 'pending'

// Those that GitHub does not count as a failure either:
// https://docs.github.com/en/rest/guides/using-the-rest-api-to-interact-with-checks
const passingConclusions = ['success', 'neutral', 'skipped']

const checkRuns = z
  .object({ check_runs: z.array(z.object({ status: z.string(), conclusion: text })) })
  .transform(({ check_runs }) =>
    check_runs.map(({ status, conclusion }): Outcome => {
      if (status !== 'completed') return 'pending'
      return passingConclusions.includes(conclusion ?? '') ? 'passed' : 'failed'
    }),
  )

const combinedStatus = z
  .object({ statuses: z.array(z.object({ state: z.string() })) })
  .transform(({ statuses }) =>
    statuses.map(({ state }): Outcome => {
      if (state === 'pending') return 'pending'
      return state === 'success' ? 'passed' : 'failed'
    }),
  )

/** What was checked of the newest commit of the default branch. */
export async function checks(read: Read, owner: string, repo: string): Promise<Dated<Checks>> {
  const params = { owner, repo, per_page: 100 }
  const [runs, statuses] = await Promise.all([
    read({
      route: 'GET /repos/{owner}/{repo}/commits/HEAD/check-runs',
      params,
      shape: checkRuns,
      optional: true,
    }),
    read({
      route: 'GET /repos/{owner}/{repo}/commits/HEAD/status',
      params,
      shape: combinedStatus,
      optional: true,
    }),
  ])
  return { ...runs.dated, data: { state: stateOf([...runs.dated.data, ...statuses.dated.data]) } }
}

// What has failed has failed, whatever else is still running.
function stateOf(outcomes: readonly Outcome[]): Checks['state'] {
  if (outcomes.length === 0) return 'none'
  if (outcomes.includes('failed')) return 'failing'
  return outcomes.includes('pending') ? 'pending' : 'passing'
}
