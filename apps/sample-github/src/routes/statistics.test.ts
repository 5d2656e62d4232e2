import { expect, test } from 'vitest'
import { bodyOf, linkTo, midnight, sample, sunday, weekday } from '../test-support.ts'

const request = sample()

const currentWeek = sunday() / 1000
const week = 7 * 86_400

async function statistic<Body>(name: string, repo = 'acme/rocket'): Promise<Body> {
  return bodyOf<Body>(await request(`/repos/${repo}/stats/${name}`))
}

type Week = { week: number; total: number; days: number[] }

test('returns commit activity of 52 weeks from Sunday to Saturday, oldest first', async () => {
  const weeks = await statistic<Week[]>('commit_activity')

  expect(weeks.map((item) => item.week)).toEqual(
    Array.from({ length: 52 }, (_, index) => currentWeek - (51 - index) * week),
  )
  for (const { days, total } of weeks) {
    expect(days).toHaveLength(7)
    expect(days.reduce((sum, count) => sum + count, 0)).toBe(total)
  }
})

test('returns participation of the same weeks', async () => {
  const weeks = await statistic<Week[]>('commit_activity')
  const { all, owner } = await statistic<{ all: number[]; owner: number[] }>('participation')

  expect(all).toEqual(weeks.map((item) => item.total))
  expect(owner).toHaveLength(52)
  expect(owner.every((count, index) => count <= (all[index] ?? 0))).toBe(true)
})

test('returns additions, and deletions as negative numbers', async () => {
  const rows = await statistic<number[][]>('code_frequency')

  expect(rows.at(-1)?.[0]).toBe(currentWeek)
  expect(rows.every(([, added = -1, removed = 1]) => added >= 0 && removed <= 0)).toBe(true)
  expect(rows.some(([, added = 0]) => added > 100)).toBe(true)
})

test('returns the weeks of each contributor, least active first', async () => {
  type Activity = { total: number; weeks: { w: number; c: number }[]; author: { login: string } }
  const people = await statistic<Activity[]>('contributors')
  const totals = people.map((item) => item.total)

  expect(people).toHaveLength(91)
  expect(totals).toEqual(totals.toSorted((a, b) => a - b))
  for (const { total, weeks } of people) {
    expect(weeks.reduce((sum, one) => sum + one.c, 0)).toBe(total)
    expect(weeks.at(-1)?.w).toBe(currentWeek)
  }
})

test('limits contributors to a hundred and omits lines of very large repositories', async () => {
  type Activity = { weeks: { a: number; d: number }[] }
  const people = await statistic<Activity[]>('contributors', 'acme/monolith')

  expect(people).toHaveLength(100)
  expect(people.flatMap((item) => item.weeks).every(({ a, d }) => a === 0 && d === 0)).toBe(true)
})

test('returns the stars by week, newest first, with the total of the repository', async () => {
  const weeks: Week[] = []
  let url: string | undefined = '/repos/acme/rocket/stargazers/history?per_page=100'
  while (url) {
    const response: Response = await request(url)
    const page = await bodyOf<Week[]>(response)
    expect(page.length).toBeLessThanOrEqual(30)
    weeks.push(...page)
    url = linkTo(response, 'next')
  }

  expect(weeks[0]?.week).toBe(currentWeek)
  expect(weeks[0]?.days.slice(weekday + 1)).toEqual(new Array(6 - weekday).fill(0))
  expect(weeks.reduce((sum, one) => sum + one.total, 0)).toBe(12_431)
  expect(weeks.every((item) => item.days.reduce((sum, day) => sum + day, 0) === item.total)).toBe(
    true,
  )
})

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0)

test.each([0, 1, 2, 3, 4, 5, 6])('returns the same figures %i days later', async (days) => {
  const today = midnight(-days)
  const requestThen = sample({ now: () => today })
  const read = async <Body>(path: string) =>
    bodyOf<Body>(await requestThen(`/repos/acme/rocket/${path}`))
  const weeks = await read<Week[]>('stats/commit_activity')
  const stars = await read<Week[]>('stargazers/history')
  const people = await read<{ weeks: { c: number }[] }[]>('stats/contributors')
  const lines = await read<[number, number, number][]>('stats/code_frequency')
  const lastYear = people.flatMap((person) => person.weeks.slice(-52).map((item) => item.c))

  expect(sum(weeks.map((item) => item.total))).toBe(1_426)
  expect(weeks.at(-1)?.days).toEqual(
    [0, 1, 2, 3, 4, 5, 6].map((day) => (day === new Date(today).getUTCDay() ? 1 : 0)),
  )
  expect(sum(stars.slice(0, 4).map((item) => item.total))).toBe(441)
  expect(sum(lastYear)).toBe(1_255)
  expect(lines).toHaveLength(162)
  expect(sum(lines.map(([, added]) => added))).toBe(85_493)
  expect(await read('compare/v4.2.1...main')).toMatchObject({ ahead_by: 20 })
})
