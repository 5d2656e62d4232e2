import { expect, test } from 'vitest'
import { topContributors } from './top-contributors.ts'

const person = (login: string | null) => ({ login, avatarUrl: null, commits: 1, bot: false })

test('takes the first six, and tells of how many', () => {
  const people = ['a', 'b', 'c', null, 'e', 'f', 'g', 'h'].map(person)
  expect(topContributors(people)).toEqual({
    people: ['a', 'b', 'c', null, 'e', 'f'].map(person),
    total: 8,
  })
})

test('takes all where there are fewer', () => {
  expect(topContributors([person('a')])).toEqual({
    people: [person('a')],
    total: 1,
  })
  expect(topContributors([])).toEqual({
    people: [],
    total: 0,
  })
})
