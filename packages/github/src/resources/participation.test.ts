import { expect, test } from 'vitest'
import { asOf, githubReturning } from '../test-support/github.ts'

test('gives the commits of everybody and of the owner', async () => {
  const { participation } = githubReturning({ body: { all: [3, 4], owner: [1, 0] } })
  expect(await participation('acme', 'rocket')).toEqual({
    data: { all: [3, 4], owner: [1, 0] },
    asOf,
  })
})

test('gives no weeks for an empty repository', async () => {
  const { participation } = githubReturning({ status: 204 })
  expect((await participation('acme', 'rocket')).data).toEqual({ all: [], owner: [] })
})
