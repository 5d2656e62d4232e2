import { expect, test } from 'vitest'
import { createGitHub } from '../github.ts'

const passed = { status: 'completed', conclusion: 'success' }

type Run = { status: string; conclusion?: string | null }

/** A repository whose newest commit has these check runs and statuses. */
function commitWith(runs: readonly Run[], statuses: readonly { state: string }[]) {
  return createGitHub({
    baseUrl: 'https://github.test',
    fetch: async (input) =>
      Response.json(
        String(input).includes('/check-runs')
          ? { total_count: runs.length, check_runs: runs }
          : { sha: 'abc123', total_count: statuses.length, statuses },
      ),
  })
}

test.each([
  ['none', [], []],
  ['passing', [passed, { status: 'completed', conclusion: 'skipped' }], []],
  ['passing', [{ status: 'completed', conclusion: 'neutral' }], [{ state: 'success' }]],
  ['pending', [passed, { status: 'in_progress', conclusion: null }], []],
  ['pending', [passed], [{ state: 'pending' }]],
  ['failing', [passed, { status: 'completed', conclusion: 'timed_out' }], []],
  ['failing', [{ status: 'queued' }], [{ state: 'error' }]],
])('is "%s" with the runs %j and the statuses %j', async (state, runs, statuses) => {
  const { checks } = commitWith(runs, statuses)
  expect((await checks('acme', 'rocket')).data.state).toBe(state)
})
