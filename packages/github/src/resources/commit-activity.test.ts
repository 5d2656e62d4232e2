import { expect, test } from 'vitest'
import { asOf, githubReturning } from '../test-support/github.ts'

test('returns the commits and the start of each week', async () => {
  const { getCommitActivity } = githubReturning({
    body: [
      { week: 1779580800, total: 7, days: [0, 1, 2, 3, 1, 0, 0] },
      { week: 1780185600, total: 0, days: [0, 0, 0, 0, 0, 0, 0] },
    ],
  })
  expect(await getCommitActivity('acme', 'rocket')).toEqual({
    data: [
      { beginsAt: '2026-05-24T00:00:00.000Z', commits: 7, days: [0, 1, 2, 3, 1, 0, 0] },
      { beginsAt: '2026-05-31T00:00:00.000Z', commits: 0, days: [0, 0, 0, 0, 0, 0, 0] },
    ],
    asOf,
  })
})

test('returns no weeks for an empty repository', async () => {
  const { getCommitActivity } = githubReturning({ status: 204 })
  expect(await getCommitActivity('acme', 'rocket')).toEqual({ data: [], asOf })
})

test.each([8_640_000_000_001, -1, 1.5, '1779580800', null])(
  'rejects a week that begins at %o as malformed',
  async (week) => {
    const { getCommitActivity } = githubReturning({ body: [{ week, total: 1 }] })
    await expect(getCommitActivity('acme', 'rocket')).rejects.toMatchObject({
      message:
        'GitHub responded 200 to GET /repos/acme/rocket/stats/commit_activity: 0.week is not as documented',
      kind: 'malformed',
    })
  },
)
