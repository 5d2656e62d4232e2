import { expect, test } from 'vitest'
import { asOf, githubReturning } from '../test-support/github.ts'

test('returns added and removed lines as positive numbers', async () => {
  const { getCodeFrequency } = githubReturning({
    body: [
      [1_779_580_800, 120, -30],
      [1_780_185_600, 0, 0],
    ],
  })
  expect(await getCodeFrequency('acme', 'rocket')).toEqual({
    data: [
      { beginsAt: '2026-05-24T00:00:00.000Z', added: 120, removed: 30 },
      { beginsAt: '2026-05-31T00:00:00.000Z', added: 0, removed: 0 },
    ],
    asOf,
  })
})

test('returns every week since the first commit', async () => {
  const body = Array.from({ length: 60 }, (_, index) => [index * 604_800, index, 0])
  const { getCodeFrequency } = githubReturning({ body })
  const { data } = await getCodeFrequency('acme', 'rocket')
  expect(data?.map(({ added }) => added)).toEqual(Array.from({ length: 60 }, (_, index) => index))
})

test('returns null for repositories with too many commits', async () => {
  const { getCodeFrequency } = githubReturning({ status: 422, body: { message: 'too many' } })
  expect((await getCodeFrequency('acme', 'rocket')).data).toBe(null)
})

test('returns no weeks for an empty repository', async () => {
  const { getCodeFrequency } = githubReturning({ status: 204 })
  expect((await getCodeFrequency('acme', 'rocket')).data).toEqual([])
})

test.each([[[1, 2]], [[1, -2, 0]], [[1, 2, 3]], ['week']])(
  'rejects the week %j as malformed',
  async (week) => {
    const { getCodeFrequency } = githubReturning({ body: [week] })
    await expect(getCodeFrequency('acme', 'rocket')).rejects.toMatchObject({ kind: 'malformed' })
  },
)
