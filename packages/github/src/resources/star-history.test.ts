import { expect, test } from 'vitest'
import { asOf, githubRouting } from '../test-support/github.ts'

const sunday = 1_780_185_600
const path = '/repos/acme/rocket/stargazers/history'
const next = {
  link: '<https://api.github.com/repositories/1/stargazers/history?page=2>; rel="next"',
}

/** Weeks from `from` weeks ago on, the newest first; each with as many stars as it lies back. */
function weeks(from: number, count: number) {
  return Array.from({ length: count }, (_, index) => ({
    week: sunday - (from + index) * 604_800,
    total: from + index,
    days: [0, 0, 0, 0, 0, 0, from + index],
  }))
}

test('returns the stars per week, oldest first', async () => {
  const { requests, getStarHistory } = githubRouting(() => ({ body: weeks(0, 2) }))
  expect(await getStarHistory('acme', 'rocket')).toEqual({
    data: [
      { beginsAt: '2026-05-24T00:00:00.000Z', stars: 1 },
      { beginsAt: '2026-05-31T00:00:00.000Z', stars: 0 },
    ],
    asOf,
  })
  expect(requests).toEqual([`${path}?per_page=30&page=1`])
})

test('reads two pages for a whole year', async () => {
  const { requests, getStarHistory } = githubRouting((asking) =>
    asking.endsWith('page=1')
      ? { body: weeks(0, 30), headers: next }
      : { body: weeks(30, 30), headers: next },
  )
  const { data } = await getStarHistory('acme', 'rocket')
  expect(data.map(({ stars }) => stars)).toEqual(
    Array.from({ length: 52 }, (_, index) => 51 - index),
  )
  expect(requests).toEqual([`${path}?per_page=30&page=1`, `${path}?per_page=30&page=2`])
})

test('fails if one page fails: half a year would look like a young repository', async () => {
  const { getStarHistory } = githubRouting((asking) =>
    asking.endsWith('page=1') ? { body: weeks(0, 30), headers: next } : { status: 500, body: {} },
  )
  await expect(getStarHistory('acme', 'rocket')).rejects.toMatchObject({ kind: 'unreachable' })
})

test.each([{ week: -1, total: 1 }, { week: sunday, total: -1 }, { week: sunday }])(
  'rejects %j as malformed',
  async (week) => {
    const { getStarHistory } = githubRouting(() => ({ body: [week] }))
    await expect(getStarHistory('acme', 'rocket')).rejects.toMatchObject({ kind: 'malformed' })
  },
)
