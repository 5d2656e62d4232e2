import { expect, test } from 'vitest'
import { asOf, githubReturning } from '../test-support/github.ts'

const first = '1970-01-01T00:00:00.000Z'
const week = (a: number, d: number, c: number) => ({ w: 0, a, d, c })
const mona = {
  login: 'mona',
  type: 'User',
  avatar_url: 'https://avatars.githubusercontent.com/u/1',
}
const robot = { login: 'robot[bot]', type: 'Bot', avatar_url: null }

test('sums up the past year of each contributor, most commits first', async () => {
  const { getContributorStats } = githubReturning({
    body: [
      { author: null, total: 2, weeks: [week(1, 0, 1), week(1, 0, 1)] },
      { author: mona, total: 9, weeks: [week(10, 2, 3), week(20, 4, 6)] },
      { author: robot, total: 4, weeks: [week(7, 7, 4)] },
      { author: { ...mona, login: 'gone' }, total: 8, weeks: [week(0, 0, 0)] },
    ],
  })
  expect(await getContributorStats('acme', 'rocket')).toEqual({
    data: [
      {
        login: 'mona',
        avatarUrl: 'https://avatars.githubusercontent.com/u/1',
        isBot: false,
        commits: 9,
        added: 30,
        removed: 6,
        lastWeek: first,
      },
      {
        login: 'robot[bot]',
        avatarUrl: null,
        isBot: true,
        commits: 4,
        added: 7,
        removed: 7,
        lastWeek: first,
      },
      {
        login: null,
        avatarUrl: null,
        isBot: false,
        commits: 2,
        added: 2,
        removed: 0,
        lastWeek: first,
      },
      {
        login: 'gone',
        avatarUrl: 'https://avatars.githubusercontent.com/u/1',
        isBot: false,
        commits: 0,
        added: 0,
        removed: 0,
        lastWeek: null,
      },
    ],
    asOf,
  })
})

test('ignores commits older than a year', async () => {
  const weeks = Array.from({ length: 60 }, () => week(1, 0, 1))
  const { getContributorStats } = githubReturning({ body: [{ author: mona, weeks }] })
  expect((await getContributorStats('acme', 'rocket')).data).toMatchObject([
    { commits: 52, added: 52 },
  ])
})

test('returns null lines if GitHub reports zero for all weeks', async () => {
  const { getContributorStats } = githubReturning({
    body: [{ author: mona, weeks: [week(0, 0, 5)] }],
  })
  expect((await getContributorStats('acme', 'rocket')).data).toMatchObject([
    { commits: 5, added: null, removed: null },
  ])
})

test('names the week of the last commit of all time, before the past year too', async () => {
  const quiet = Array.from({ length: 60 }, (_, index) => ({ w: (index + 1) * 604_800, c: 0 }))
  const { getContributorStats } = githubReturning({
    body: [{ author: mona, weeks: [{ w: 604_800, c: 2 }, { w: 1_209_600, c: 1 }, ...quiet] }],
  })
  expect((await getContributorStats('acme', 'rocket')).data).toMatchObject([
    { commits: 0, lastWeek: '1970-01-15T00:00:00.000Z' },
  ])
})

test('is partial if the list has its maximum length', async () => {
  const body = Array.from({ length: 100 }, () => ({ author: mona, weeks: [week(1, 1, 1)] }))
  const { getContributorStats } = githubReturning({ body })
  expect(await getContributorStats('acme', 'rocket')).toMatchObject({ partial: true })
})

test('returns no contributors for an empty repository', async () => {
  const { getContributorStats } = githubReturning({ status: 204 })
  expect(await getContributorStats('acme', 'rocket')).toEqual({ data: [], asOf })
})
