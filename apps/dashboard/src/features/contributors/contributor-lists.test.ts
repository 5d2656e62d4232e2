import { expect, test } from 'vitest'
import { paginateContributors, summarizeLastYear } from './contributor-lists.ts'

const person = (login: string, commits: number, isBot = false) => ({
  login,
  avatarUrl: null,
  commits,
  isBot,
})

test('returns each contributor’s share of all commits, and the bus factor', () => {
  const all = [person('robot[bot]', 50, true), person('a', 30), person('b', 20)]
  expect(paginateContributors(all, 1)).toEqual({
    people: [
      { ...person('robot[bot]', 50, true), share: 0.5 },
      { ...person('a', 30), share: 0.3 },
      { ...person('b', 20), share: 0.2 },
    ],
    page: 1,
    lastPage: 1,
    total: 3,
    // Humans made 50 commits, 30 of them by the first.
    busFactor: { people: 1, total: 2 },
    curve: expect.objectContaining({ values: [0, 60, 100] }),
  })
})

test('returns thirty contributors per page, and the last page for a number past the end', () => {
  const all = Array.from({ length: 61 }, (_, index) => person(`p${index}`, 1))
  expect(paginateContributors(all, 2).people.map(({ login }) => login)).toEqual(
    Array.from({ length: 30 }, (_, index) => `p${30 + index}`),
  )
  expect(paginateContributors(all, 9)).toMatchObject({
    page: 3,
    lastPage: 3,
    people: [{ login: 'p60' }],
  })
})

test('is empty without commits', () => {
  const none = { people: [], page: 1, lastPage: 1, total: 0, busFactor: null, curve: null }
  expect(paginateContributors([], 4)).toEqual(none)
  expect(paginateContributors([person('a', 0)], 1).people[0]?.share).toBe(0)
})

test('summarizes the last year, and lists the most active contributors', () => {
  const lines = { added: 1, removed: null }
  const active = Array.from({ length: 31 }, (_, index) => ({
    ...person(`p${index}`, 2),
    ...lines,
    lastWeek: null,
  }))
  const inactive = { ...person('past', 0), ...lines, lastWeek: null }
  const year = summarizeLastYear([...active, inactive])
  expect(year).toMatchObject({ total: 31, commits: 62, busFactor: { people: 16, total: 31 } })
  expect(year.people).toHaveLength(30)
  expect(year.people[0]).toEqual({ ...person('p0', 2), ...lines })
})
