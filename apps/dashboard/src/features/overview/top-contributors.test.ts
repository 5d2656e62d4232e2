import { expect, test } from 'vitest'
import { topContributors } from './top-contributors.ts'

const person = (login: string | null) => ({ login, avatarUrl: null, commits: 1, isBot: false })

test('takes the first six, and tells of how many', () => {
  const people = ['a', 'b', 'c', null, 'e', 'f', 'g', 'h'].map(person)
  expect(topContributors(people)).toEqual({
    people: ['a', 'b', 'c', null, 'e', 'f'].map(person),
    total: 8,
    busFactor: { people: 4, total: 8 },
  })
})

test('takes all where there are fewer', () => {
  expect(topContributors([person('a')])).toEqual({
    people: [person('a')],
    total: 1,
    busFactor: { people: 1, total: 1 },
  })
  expect(topContributors([])).toEqual({ people: [], total: 0, busFactor: null })
})

test('counts no bot among those on whom the work depends', () => {
  const robot = { ...person('robot[bot]'), commits: 100, isBot: true }
  expect(topContributors([robot, person('a'), person('b'), person('c')]).busFactor).toEqual({
    people: 2,
    total: 3,
  })
})
