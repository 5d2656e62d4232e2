import { z } from 'zod'
import { combineFreshness } from './combine-freshness.ts'
import { count, EMPTY_LIST, list, orNull, requiredText, text, webUrl } from './fields.ts'
import type { Read, Snapshot } from './read.ts'

/** Check runs and commit statuses of the newest commit on the default branch. */
export type Checks = {
  /**
   * `none` without checks, which GitHub reports as pending; `unknown` if all known checks passed but
   * more exist.
   */
  state: 'none' | 'passing' | 'failing' | 'pending' | 'unknown'
  /** Number of checks, and of those still running. */
  total: number
  pending: number
  /** Number of checks with a known result: GitHub returns the first 100 of each kind. */
  returned: number
  /** Names of the failed checks. */
  failing: string[]
  /** The commit on GitHub; null without a commit. */
  url: string | null
}

type Result = { name: string; outcome: 'passed' | 'failed' | 'pending' | 'unknown' }

// GitHub treats these as successful:
// https://docs.github.com/en/rest/guides/using-the-rest-api-to-interact-with-checks
const PASSING_CONCLUSIONS = ['success', 'neutral', 'skipped']

const checkName = text.transform((name) => name ?? 'unnamed check')

const checkRun = z
  .object({ name: checkName, status: text, conclusion: text })
  .transform(({ name, status, conclusion }): Result => {
    if (status !== null && status !== 'completed') return { name, outcome: 'pending' }
    if (conclusion === null) return { name, outcome: 'unknown' }
    const passed = PASSING_CONCLUSIONS.includes(conclusion)
    return { name, outcome: passed ? 'passed' : 'failed' }
  })

const status = z
  .object({ context: checkName, state: text })
  .transform(({ context, state }): Result => {
    if (state === null) return { name: context, outcome: 'unknown' }
    if (state === 'pending') return { name: context, outcome: 'pending' }
    return { name: context, outcome: state === 'success' ? 'passed' : 'failed' }
  })

const checkRuns = z
  .object({ total_count: count, check_runs: list(checkRun) })
  .transform((body) => ({ total: body.total_count, results: body.check_runs }))

const combinedStatus = z
  .object({
    sha: orNull(requiredText),
    total_count: count,
    statuses: list(status),
    repository: orNull(z.object({ html_url: webUrl })),
  })
  .transform(({ sha, total_count, statuses, repository }) => ({
    total: total_count,
    results: statuses,
    url: repository?.html_url && sha ? `${repository.html_url}/commit/${sha}` : null,
  }))

const NO_CHECKS = { total: 0, results: EMPTY_LIST, url: null }

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
  const kinds = [runs.snapshot.data, statuses.snapshot.data]
  const results = kinds.flatMap(({ results }) => results.items)
  const known = results.filter(({ outcome }) => outcome !== 'unknown')
  const isComplete = kinds.every(({ results }) => results.isComplete)
  // Without a count, one check is missing if an item could not be read.
  const counts = kinds.map(({ total, results }) =>
    Math.max(total ?? 0, results.items.length + (results.isComplete ? 0 : 1)),
  )
  const total = counts.reduce((sum, value) => sum + value, 0)
  return {
    ...combineFreshness([runs.snapshot, statuses.snapshot]),
    data: { ...summarize(known, total), total, returned: known.length, url },
    ...((!isComplete || total > known.length) && { partial: true }),
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

// One failure is enough, whether or not other checks are known.
function stateOf(
  count: Record<'passed' | 'pending' | 'failed' | 'missing', number>,
): Checks['state'] {
  if (count.failed > 0) return 'failing'
  if (count.pending > 0) return 'pending'
  if (count.missing > 0) return 'unknown'
  return count.passed > 0 ? 'passing' : 'none'
}
