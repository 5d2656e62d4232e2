import { expect, test } from 'vitest'
import { asOf, githubReturning } from '../test-support/github.ts'

test('counts the last 30 completed runs of a branch in one request', async () => {
  const conclusions = [
    ...['success', 'neutral', 'success'],
    ...['failure', 'timed_out', 'startup_failure'],
    ...['cancelled', 'skipped', 'stale', 'action_required', null],
  ]
  const { requests, countWorkflowRuns } = githubReturning({
    body: { total_count: 900, workflow_runs: conclusions.map((conclusion) => ({ conclusion })) },
  })
  expect(await countWorkflowRuns('acme', 'rocket', 'release/v1')).toEqual({
    data: { passed: 3, failed: 3 },
    asOf,
  })
  expect(requests.map(({ url }) => new URL(url).search)).toEqual([
    '?branch=release%2Fv1&status=completed&exclude_pull_requests=true&per_page=30',
  ])
})

test('is partial without a run that cannot be read', async () => {
  const { countWorkflowRuns } = githubReturning({
    body: { workflow_runs: [null, { conclusion: 'success' }] },
  })
  expect(await countWorkflowRuns('acme', 'rocket', 'main')).toEqual({
    data: { passed: 1, failed: 0 },
    asOf,
    partial: true,
  })
})
