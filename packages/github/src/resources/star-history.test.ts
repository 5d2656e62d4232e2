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

/** A GitHub with this many pages of 30 weeks, which it counts or only links to the next one. */
function githubOf(pages: number, hasLast = true) {
  return githubRouting((asking) => {
    const page = Number(/page=(\d+)$/.exec(asking)?.[1])
    const url = 'https://api.github.com/repositories/1/stargazers/history'
    const links = [
      ...(page < pages ? [`<${url}?page=${page + 1}>; rel="next"`] : []),
      ...(page < pages && hasLast ? [`<${url}?page=${pages}>; rel="last"`] : []),
    ]
    return { body: weeks((page - 1) * 30, 30), headers: { link: links.join(', ') } }
  })
}

const pagesOf = (requests: string[]) =>
  requests.map((request) => Number(/page=(\d+)$/.exec(request)?.[1]))

test.each([
  [1, [1]],
  [3, [1, 2, 3]],
  [20, Array.from({ length: 20 }, (_, index) => index + 1)],
])('reads all of %i pages of the full history', async (count, pages) => {
  const { requests, getFullStarHistory } = githubOf(count)
  const { data } = await getFullStarHistory('acme', 'rocket')
  expect(data.weeks.map(({ stars }) => stars)).toEqual(
    Array.from({ length: count * 30 }, (_, index) => count * 30 - 1 - index),
  )
  expect(data).toMatchObject({ requests: count, isSampled: false })
  expect(pagesOf(requests)).toEqual(pages)
})

test('reads 20 pages, evenly spread, of a longer history', async () => {
  const { requests, getFullStarHistory } = githubOf(39)
  const { data } = await getFullStarHistory('acme', 'rocket')
  expect(data).toMatchObject({ requests: 20, isSampled: true })
  expect(data.weeks).toHaveLength(600)
  expect(data.weeks[0]?.stars).toBe(39 * 30 - 1)
  expect(pagesOf(requests)).toEqual(Array.from({ length: 20 }, (_, index) => 1 + 2 * index))
})

test('follows at most 20 pages where their number is unknown', async () => {
  const { requests, getFullStarHistory } = githubOf(25, false)
  const { data } = await getFullStarHistory('acme', 'rocket')
  expect(data).toMatchObject({ requests: 20, isSampled: true })
  expect(requests).toHaveLength(20)
  const short = await githubOf(2, false).getFullStarHistory('acme', 'rocket')
  expect(short.data).toMatchObject({ requests: 2, isSampled: false })
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

test('returns the stars of the last weeks, oldest first, in one request', async () => {
  const { requests, getRecentStars } = githubRouting(() => ({ body: weeks(0, 2), headers: next }))
  expect(await getRecentStars('acme', 'rocket')).toEqual({
    data: [
      { beginsAt: '2026-05-24T00:00:00.000Z', stars: 1 },
      { beginsAt: '2026-05-31T00:00:00.000Z', stars: 0 },
    ],
    asOf,
  })
  expect(requests).toEqual([`${path}?per_page=30&page=1`])
})
