import { z } from 'zod'
import { combineFreshness } from './combine-freshness.ts'
import { text, webUrl } from './fields.ts'
import type { Read, Snapshot } from './read.ts'

/** Check runs and commit statuses of the newest commit on the default branch. */
export type Checks = {
  /**
   * `none` without checks, which GitHub reports as pending; `unknown` if all returned checks passed
   * but more exist.
   */
  state: 'none' | 'passing' | 'failing' | 'pending' | 'unknown'
  /** Number of checks, and of those still running. */
  total: number
  pending: number
  /** Number of checks that GitHub returned: the first 100 of each kind. */
  returned: number
  /** Names of the failed checks. */
  failing: string[]
  /** The commit on GitHub; null without a commit. */
  url: string | null
}

type Result = { name: string; outcome: 'passed' | 'failed' | 'pending' }

// GitHub treats these as successful:
// https://docs.github.com/en/rest/guides/using-the-rest-api-to-interact-with-checks
const PASSING_CONCLUSIONS = ['success', 'neutral', 'skipped']

const checkRun = z
  .object({ name: z.string(), status: z.string(), conclusion: text })
  .transform(({ name, status, conclusion }): Result => {
    if (status !== 'completed') return { name, outcome: 'pending' }
    const passed = PASSING_CONCLUSIONS.includes(conclusion ?? '')
    return { name, outcome: passed ? 'passed' : 'failed' }
  })

const status = z
  .object({ context: z.string(), state: z.string() })
  .transform(({ context, state }): Result => {
    if (state === 'pending') return { name: context, outcome: 'pending' }
    return { name: context, outcome: state === 'success' ? 'passed' : 'failed' }
  })

const checkRuns = z
  .object({ total_count: z.int().nonnegative(), check_runs: z.array(checkRun) })
  .transform((body) => ({ total: body.total_count, results: body.check_runs }))

const combinedStatus = z
  .object({
    sha: z.string(),
    total_count: z.int().nonnegative(),
    statuses: z.array(status),
    repository: z.object({ html_url: webUrl }).nullish(),
  })
  .transform(({ sha, total_count, statuses, repository }) => ({
    total: total_count,
    results: statuses,
    url: repository?.html_url ? `${repository.html_url}/commit/${sha}` : null,
  }))

const NO_CHECKS = { total: 0, results: [], url: null }

/** Gets the checks of the newest commit on the default branch; partial if GitHub returns only some. */
export async function getChecks(
  read: Read,
  owner: string,
  repo: string,
): Promise<Snapshot<Checks>> {
  const params = { owner, repo, per_page: 100 }
  const common = { params, isOptional: true, on404: NO_CHECKS, on409Or422: NO_CHECKS }
  const [runs, statuses] = await Promise.all([
    read({
      route: 'GET /repos/{owner}/{repo}/commits/HEAD/check-runs',
      schema: checkRuns,
      ...common,
    }),
    read({
      route: 'GET /repos/{owner}/{repo}/commits/HEAD/status',
      schema: combinedStatus,
      ...common,
    }),
  ])
  const { url } = statuses.snapshot.data
  const results = [...runs.snapshot.data.results, ...statuses.snapshot.data.results]
  const total = runs.snapshot.data.total + statuses.snapshot.data.total
  return {
    ...combineFreshness([runs.snapshot, statuses.snapshot]),
    data: { ...summarize(results, total), total, returned: results.length, url },
    ...(total > results.length && { partial: true }),
  }
}

function summarize(
  results: readonly Result[],
  total: number,
): Pick<Checks, 'state' | 'pending' | 'failing'> {
  const pending = results.filter(({ outcome }) => outcome === 'pending').length
  const failing = results.flatMap(({ name, outcome }) => (outcome === 'failed' ? name : []))
  const passed = results.length - pending - failing.length
  const missing = Math.max(total - results.length, 0)
  return { state: stateOf({ passed, pending, failed: failing.length, missing }), pending, failing }
}

// One failure decides, whatever is still running or was not returned.
function stateOf(
  count: Record<'passed' | 'pending' | 'failed' | 'missing', number>,
): Checks['state'] {
  if (count.failed > 0) return 'failing'
  if (count.pending > 0) return 'pending'
  if (count.missing > 0) return 'unknown'
  return count.passed > 0 ? 'passing' : 'none'
}
