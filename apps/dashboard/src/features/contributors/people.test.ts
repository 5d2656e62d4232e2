import { expect, test } from 'vitest'
import { allTime, lastYear } from './people.ts'

const person = (login: string, commits: number, isBot = false) => ({
  login,
  avatarUrl: null,
  commits,
  isBot,
})

test('gives each contributor a share of all commits, and says on whom the work depends', () => {
  const all = [person('robot[bot]', 50, true), person('a', 30), person('b', 20)]
  expect(allTime(all, 1)).toEqual({
    people: [
      { ...person('robot[bot]', 50, true), share: 0.5 },
      { ...person('a', 30), share: 0.3 },
      { ...person('b', 20), share: 0.2 },
    ],
    page: 1,
    lastPage: 1,
    total: 3,
    // Of the 50 that humans made, the first made 30.
    busFactor: { people: 1, total: 2 },
  })
})

test('gives thirty on a page, and the last page for one that is beyond', () => {
  const all = Array.from({ length: 61 }, (_, index) => person(`p${index}`, 1))
  expect(allTime(all, 2).people.map(({ login }) => login)).toEqual(
    Array.from({ length: 30 }, (_, index) => `p${30 + index}`),
  )
  expect(allTime(all, 9)).toMatchObject({ page: 3, lastPage: 3, people: [{ login: 'p60' }] })
})

test('is empty where nobody has committed', () => {
  const none = { people: [], page: 1, lastPage: 1, total: 0, busFactor: null }
  expect(allTime([], 4)).toEqual(none)
  expect(allTime([person('a', 0)], 1).people[0]?.share).toBe(0)
})

test('sums up the last year, and lists the most active', () => {
  const lines = { added: 1, removed: null }
  const active = Array.from({ length: 31 }, (_, index) => ({ ...person(`p${index}`, 2), ...lines }))
  const year = lastYear(active)
  expect(year).toMatchObject({ total: 31, commits: 62, busFactor: { people: 16, total: 31 } })
  expect(year.people).toHaveLength(30)
})
