import { expect, test } from 'vitest'
import { bodyOf, linkTo, sample } from '../test-support.ts'

const ask = sample()

const sunday = Date.UTC(2026, 10, 15) / 1000
const week = 7 * 86_400

async function statistic<Body>(name: string, repo = 'acme/rocket'): Promise<Body> {
  return bodyOf<Body>(await ask(`/repos/${repo}/stats/${name}`))
}

type Week = { week: number; total: number; days: number[] }

test('gives commit activity of 52 weeks from Sunday to Saturday, the oldest first', async () => {
  const weeks = await statistic<Week[]>('commit_activity')

  expect(weeks.map((one) => one.week)).toEqual(
    Array.from({ length: 52 }, (_, index) => sunday - (51 - index) * week),
  )
  for (const { days, total } of weeks) {
    expect(days).toHaveLength(7)
    expect(days.reduce((sum, count) => sum + count, 0)).toBe(total)
  }
})

test('gives participation of the same weeks', async () => {
  const weeks = await statistic<Week[]>('commit_activity')
  const { all, owner } = await statistic<{ all: number[]; owner: number[] }>('participation')

  expect(all).toEqual(weeks.map((one) => one.total))
  expect(owner).toHaveLength(52)
  expect(owner.every((count, index) => count <= (all[index] ?? 0))).toBe(true)
})

test('gives lines added and, as negative numbers, removed', async () => {
  const rows = await statistic<number[][]>('code_frequency')

  expect(rows.at(-1)?.[0]).toBe(sunday)
  expect(rows.every(([, added = -1, removed = 1]) => added >= 0 && removed <= 0)).toBe(true)
  expect(rows.some(([, added = 0]) => added > 100)).toBe(true)
})

test('gives the weeks of each contributor, the least active first', async () => {
  type Activity = { total: number; weeks: { w: number; c: number }[]; author: { login: string } }
  const people = await statistic<Activity[]>('contributors')
  const totals = people.map((one) => one.total)

  expect(people).toHaveLength(91)
  expect(totals).toEqual(totals.toSorted((a, b) => a - b))
  for (const { total, weeks } of people) {
    expect(weeks.reduce((sum, one) => sum + one.c, 0)).toBe(total)
    expect(weeks.at(-1)?.w).toBe(sunday)
  }
})

test('caps the contributors at a hundred and counts no lines of what is too large', async () => {
  type Activity = { weeks: { a: number; d: number }[] }
  const people = await statistic<Activity[]>('contributors', 'acme/monolith')

  expect(people).toHaveLength(100)
  expect(people.flatMap((one) => one.weeks).every(({ a, d }) => a === 0 && d === 0)).toBe(true)
})

test('gives the stars by week, the newest first, which sum to the stars', async () => {
  const weeks: Week[] = []
  let url: string | undefined = '/repos/acme/rocket/stargazers/history?per_page=100'
  while (url) {
    const response: Response = await ask(url)
    const page = await bodyOf<Week[]>(response)
    expect(page.length).toBeLessThanOrEqual(30)
    weeks.push(...page)
    url = linkTo(response, 'next')
  }

  expect(weeks[0]?.week).toBe(sunday)
  expect(weeks[0]?.days.slice(4)).toEqual([0, 0, 0])
  expect(weeks.reduce((sum, one) => sum + one.total, 0)).toBe(12_431)
  expect(weeks.every((one) => one.days.reduce((sum, day) => sum + day, 0) === one.total)).toBe(true)
})

test('is the same whichever day of the week it is', async () => {
  for (let day = 15; day < 22; day++) {
    const askThen = sample({ now: () => Date.UTC(2026, 10, day, 12) })
    const path = '/repos/acme/rocket/stats/commit_activity'
    const weeks = await bodyOf<Week[]>(await askThen(path))
    expect(weeks.at(-1)?.week).toBe(sunday)
    expect(weeks.at(-1)?.total).toBeGreaterThan(0)
    expect(weeks.at(-1)?.days.slice(day - 14)).toEqual(new Array(21 - day).fill(0))
  }
})
