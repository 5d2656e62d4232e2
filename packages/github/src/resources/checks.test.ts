import { expect, test } from 'vitest'
import { asOf, githubRouting } from '../test-support/github.ts'

const url = 'https://github.com/acme/rocket/commit/abc123'
const passed = { status: 'completed', conclusion: 'success' }

type Run = { name?: string; status: string; conclusion?: string | null }
type Status = { context?: string; state: string }

/** A repository whose newest commit has these check runs and statuses. */
function commitWith(runs: Run[], statuses: Status[], total = { runs: runs.length }) {
  return githubRouting((path) =>
    path.includes('/check-runs')
      ? {
          body: {
            total_count: total.runs,
            check_runs: runs.map((run, index) => ({ name: `run ${index}`, ...run })),
          },
        }
      : {
          body: {
            // GitHub says so where there is no status at all, too.
            state: 'pending',
            sha: 'abc123',
            total_count: statuses.length,
            statuses: statuses.map((status, index) => ({ context: `status ${index}`, ...status })),
            repository: { html_url: 'https://github.com/acme/rocket', private: false },
          },
        },
  )
}

test('asks for the newest commit of the default branch, runs and statuses alike', async () => {
  const { getChecks, requests } = commitWith([{ name: 'lint', ...passed }], [{ state: 'success' }])
  expect(await getChecks('acme', 'rocket')).toEqual({
    data: { state: 'passing', total: 2, given: 2, pending: 0, failing: [], url },
    asOf,
  })
  expect(requests).toEqual([
    '/repos/acme/rocket/commits/HEAD/check-runs?per_page=100',
    '/repos/acme/rocket/commits/HEAD/status?per_page=100',
  ])
})

test('is "none" and not "pending" where nothing is checked', async () => {
  const { getChecks } = commitWith([], [])
  expect((await getChecks('acme', 'rocket')).data).toEqual({
    state: 'none',
    total: 0,
    given: 0,
    pending: 0,
    failing: [],
    url,
  })
})

test.each([
  ['passing', [passed, { status: 'completed', conclusion: 'skipped' }], []],
  ['passing', [{ status: 'completed', conclusion: 'neutral' }], [{ state: 'success' }]],
  ['passing', [], [{ state: 'success' }]],
  ['pending', [passed, { status: 'in_progress', conclusion: null }], []],
  ['pending', [{ status: 'queued' }], [{ state: 'success' }]],
  ['pending', [passed], [{ state: 'pending' }]],
  ['upstream-error', [passed, { status: 'completed', conclusion: 'failure' }], []],
  ['upstream-error', [{ status: 'completed', conclusion: 'timed_out' }], []],
  ['upstream-error', [{ status: 'completed', conclusion: 'cancelled' }], []],
  ['upstream-error', [{ status: 'completed', conclusion: null }], []],
  ['upstream-error', [passed], [{ state: 'failure' }]],
  ['upstream-error', [passed], [{ state: 'error' }]],
  // What has failed has failed.
  ['upstream-error', [{ status: 'queued' }], [{ state: 'failure' }]],
] as const)('is "%s" with the runs %j and the statuses %j', async (state, runs, statuses) => {
  const { getChecks } = commitWith([...runs], [...statuses])
  expect((await getChecks('acme', 'rocket')).data.state).toBe(state)
})

test('names what failed, and counts what is still running', async () => {
  const { getChecks } = commitWith(
    [
      { name: 'lint', ...passed },
      { name: 'unit', status: 'completed', conclusion: 'failure' },
      { name: 'build', status: 'in_progress' },
    ],
    [
      { context: 'preview', state: 'error' },
      { context: 'size', state: 'pending' },
    ],
  )
  expect((await getChecks('acme', 'rocket')).data).toEqual({
    state: 'upstream-error',
    total: 5,
    given: 5,
    pending: 2,
    failing: ['unit', 'preview'],
    url,
  })
})

test('is partial where there are more checks than GitHub lists at once', async () => {
  const { getChecks } = commitWith([passed], [], { runs: 101 })
  expect(await getChecks('acme', 'rocket')).toMatchObject({
    // What GitHub did not give may have failed.
    data: { state: 'unknown', total: 101, given: 1 },
    partial: true,
  })
})

test.each([
  [409, 'Git Repository is empty.'],
  [422, 'No commit found for SHA: HEAD'],
  [404, 'Not Found'],
])('is "none" where there is no commit, which GitHub says by %i', async (status, message) => {
  const { getChecks } = githubRouting(() => ({ status, body: { message } }))
  expect((await getChecks('acme', 'rocket')).data).toEqual({
    state: 'none',
    total: 0,
    given: 0,
    pending: 0,
    failing: [],
    url: null,
  })
})

test('says nothing of the statuses alone where GitHub refuses the runs', async () => {
  const { getChecks } = githubRouting((path) =>
    path.includes('/check-runs')
      ? { status: 403, body: {} }
      : { body: { sha: 'a', total_count: 0, statuses: [] } },
  )
  await expect(getChecks('acme', 'rocket')).rejects.toMatchObject({ kind: 'forbidden' })
})
