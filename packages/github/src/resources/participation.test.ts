import { expect, test } from 'vitest'
import { asOf, githubReturning } from '../test-support/github.ts'

test('returns the commits of all contributors and of the owner', async () => {
  const { getParticipation } = githubReturning({ body: { all: [3, 4], owner: [1, 0] } })
  expect(await getParticipation('acme', 'rocket')).toEqual({
    data: { all: [3, 4], owner: [1, 0] },
    asOf,
  })
})

test('returns no weeks for an empty repository', async () => {
  const { getParticipation } = githubReturning({ status: 204 })
  expect((await getParticipation('acme', 'rocket')).data).toEqual({ all: [], owner: [] })
})
