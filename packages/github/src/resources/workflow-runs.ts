import { z } from 'zod'
import { list, text } from './fields.ts'
import type { Read, Snapshot } from './read.ts'

/** The last completed workflow runs of a branch; canceled and skipped runs do not count. */
export type WorkflowRuns = {
  passed: number
  failed: number
}

const PER_PAGE = 30

const FAILED_CONCLUSIONS = ['failure', 'timed_out', 'startup_failure']

type Outcome = 'passed' | 'failed' | 'uncounted'

const run = z.object({ conclusion: text }).transform(({ conclusion }) => outcomeOf(conclusion))

const schema = z.object({ workflow_runs: list(run) }).transform(({ workflow_runs }) => {
  const { items, isComplete } = workflow_runs
  return {
    passed: items.filter((outcome) => outcome === 'passed').length,
    failed: items.filter((outcome) => outcome === 'failed').length,
    isComplete,
  }
})

/** Counts the outcomes of the last 30 completed workflow runs of a branch; partial without a run that cannot be read. */
export async function countWorkflowRuns(
  read: Read,
  owner: string,
  repo: string,
  branch: string,
): Promise<Snapshot<WorkflowRuns>> {
  const { snapshot } = await read({
    route: 'GET /repos/{owner}/{repo}/actions/runs',
    params: {
      owner,
      repo,
      branch,
      status: 'completed',
      exclude_pull_requests: 'true',
      per_page: PER_PAGE,
    },
    schema,
    isOptional: true,
  })
  const { data, ...freshness } = snapshot
  const { isComplete, ...counts } = data
  return { ...freshness, data: counts, ...(!isComplete && { partial: true }) }
}

function outcomeOf(conclusion: string | null): Outcome {
  if (conclusion === 'success' || conclusion === 'neutral') return 'passed'
  return conclusion !== null && FAILED_CONCLUSIONS.includes(conclusion) ? 'failed' : 'uncounted'
}
