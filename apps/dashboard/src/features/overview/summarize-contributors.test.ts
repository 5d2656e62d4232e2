import { expect, test } from 'vitest'
import { summarizeContributors } from './summarize-contributors.ts'

const person = (login: string | null) => ({ login, avatarUrl: null, commits: 1, isBot: false })
const yearOf = (shown: ReturnType<typeof person>, lastWeek: string | null = null) => ({
  ...shown,
  added: 1,
  removed: null,
  lastWeek,
})

test('takes the first five contributors, and counts them all', () => {
  const people = ['a', 'b', 'c', null, 'e', 'f', 'g', 'h'].map(person)
  expect(summarizeContributors(people.map((one) => yearOf(one)))).toEqual({
    people: ['a', 'b', 'c', null, 'e'].map(person),
    total: 8,
    busFactor: { people: 4, total: 8 },
    lastHumanWeek: null,
  })
})

test('takes all contributors when there are fewer than five', () => {
  expect(summarizeContributors([yearOf(person('a'))])).toEqual({
    people: [person('a')],
    total: 1,
    busFactor: { people: 1, total: 1 },
    lastHumanWeek: null,
  })
  expect(summarizeContributors([])).toEqual({
    people: [],
    total: 0,
    busFactor: null,
    lastHumanWeek: null,
  })
})

test('excludes bots from the bus factor', () => {
  const bot = { ...person('robot[bot]'), commits: 100, isBot: true }
  expect(
    summarizeContributors([bot, person('a'), person('b'), person('c')].map((one) => yearOf(one)))
      .busFactor,
  ).toEqual({
    people: 2,
    total: 3,
  })
})

test('leaves out who was not active, and finds the last commit of any human', () => {
  const gone = yearOf({ ...person('gone'), commits: 0 }, '2024-05-05T00:00:00.000Z')
  const bot = yearOf({ ...person('bot'), isBot: true }, '2026-05-24T00:00:00.000Z')
  const older = yearOf({ ...person('older'), commits: 0 }, '2023-05-07T00:00:00.000Z')
  expect(summarizeContributors([bot, gone, older])).toEqual({
    people: [{ ...person('bot'), isBot: true }],
    total: 1,
    busFactor: null,
    lastHumanWeek: '2024-05-05T00:00:00.000Z',
  })
})
