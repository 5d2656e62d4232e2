import { expect, test } from 'vitest'
import { toTopContributors } from './read-overview.server.ts'

const person = (login: string | null) => ({ login, avatarUrl: null, commits: 1, isBot: false })

test('takes the first six contributors, and counts them all', () => {
  const people = ['a', 'b', 'c', null, 'e', 'f', 'g', 'h'].map(person)
  expect(toTopContributors(people)).toEqual({
    people: ['a', 'b', 'c', null, 'e', 'f'].map(person),
    total: 8,
    busFactor: { people: 4, total: 8 },
  })
})

test('takes all contributors when there are fewer than six', () => {
  expect(toTopContributors([person('a')])).toEqual({
    people: [person('a')],
    total: 1,
    busFactor: { people: 1, total: 1 },
  })
  expect(toTopContributors([])).toEqual({ people: [], total: 0, busFactor: null })
})

test('excludes bots from the bus factor', () => {
  const bot = { ...person('robot[bot]'), commits: 100, isBot: true }
  expect(toTopContributors([bot, person('a'), person('b'), person('c')]).busFactor).toEqual({
    people: 2,
    total: 3,
  })
})
