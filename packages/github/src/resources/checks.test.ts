import { expect, test } from 'vitest'
import { asOf, githubRouting } from '../test-support/github.ts'

const url = 'https://github.com/acme/rocket/commit/abc123'
const passed = { status: 'completed', conclusion: 'success' }

type Run = { name?: string; status: string; conclusion?: string | null }
type Status = { context?: string; state: string }

/** A repository with these check runs and statuses on its newest commit. */
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
            // GitHub's value without any status, too.
            state: 'pending',
            sha: 'abc123',
            total_count: statuses.length,
            statuses: statuses.map((status, index) => ({ context: `status ${index}`, ...status })),
            repository: { html_url: 'https://github.com/acme/rocket', private: false },
          },
        },
  )
}

test('requests check runs and statuses of the newest commit on the default branch', async () => {
  const { getChecks, requests } = commitWith([{ name: 'lint', ...passed }], [{ state: 'success' }])
  expect(await getChecks('acme', 'rocket')).toEqual({
    data: { state: 'passing', total: 2, returned: 2, pending: 0, failing: [], url },
    asOf,
  })
  expect(requests).toEqual([
    '/repos/acme/rocket/commits/HEAD/check-runs?per_page=100',
    '/repos/acme/rocket/commits/HEAD/status?per_page=100',
  ])
})

test('is "none", not "pending", without checks', async () => {
  const { getChecks } = commitWith([], [])
  expect((await getChecks('acme', 'rocket')).data).toEqual({
    state: 'none',
    total: 0,
    returned: 0,
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
  ['failing', [passed, { status: 'completed', conclusion: 'failure' }], []],
  ['failing', [{ status: 'completed', conclusion: 'timed_out' }], []],
  ['failing', [{ status: 'completed', conclusion: 'cancelled' }], []],
  ['unknown', [{ status: 'completed', conclusion: null }], []],
  ['failing', [passed], [{ state: 'failure' }]],
  ['failing', [passed], [{ state: 'error' }]],
  // One failure decides.
  ['failing', [{ status: 'queued' }], [{ state: 'failure' }]],
] as const)('is "%s" with the runs %j and the statuses %j', async (state, runs, statuses) => {
  const { getChecks } = commitWith([...runs], [...statuses])
  expect((await getChecks('acme', 'rocket')).data.state).toBe(state)
})

test('names failed checks and counts pending ones', async () => {
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
    state: 'failing',
    total: 5,
    returned: 5,
    pending: 2,
    failing: ['unit', 'preview'],
    url,
  })
})

test('is partial if GitHub returns only some of the checks', async () => {
  const { getChecks } = commitWith([passed], [], { runs: 101 })
  expect(await getChecks('acme', 'rocket')).toMatchObject({
    // A check that was not returned may have failed.
    data: { state: 'unknown', total: 101, returned: 1 },
    partial: true,
  })
})

test.each([
  [409, 'Git Repository is empty.'],
  [422, 'No commit found for SHA: HEAD'],
  [404, 'Not Found'],
])('is "none" without a commit, for which GitHub returns %i', async (status, message) => {
  const { getChecks } = githubRouting(() => ({ status, body: { message } }))
  expect((await getChecks('acme', 'rocket')).data).toEqual({
    state: 'none',
    total: 0,
    returned: 0,
    pending: 0,
    failing: [],
    url: null,
  })
})

test('fails if GitHub denies the check runs', async () => {
  const { getChecks } = githubRouting((path) =>
    path.includes('/check-runs')
      ? { status: 403, body: {} }
      : { body: { sha: 'a', total_count: 0, statuses: [] } },
  )
  await expect(getChecks('acme', 'rocket')).rejects.toMatchObject({ kind: 'forbidden' })
})
