import { secondsPerDay, weekdayOf, weekStart, weeksTouched } from './clock.ts'
import type { RepoFacts } from './facts.ts'
import { oncePerDay } from './memory.ts'
import { draw } from './random.ts'

/** How a week's commits spread over its days, Sunday first. */
const weekdayShares = [0.03, 0.18, 0.2, 0.21, 0.2, 0.15, 0.03]

/** Commits by day and, for each day, how many are newer; day 0 is today. */
type History = { byDay: number[]; newer: number[]; total: number }

const historyOf = oncePerDay((repo, today): History => {
  const byDay: number[] = []
  const newer: number[] = []
  let total = 0
  for (let daysAgo = 0; daysAgo <= repo.createdDaysAgo; daysAgo++) {
    newer.push(total)
    const count = commitsOn(repo, today, daysAgo)
    byDay.push(count)
    total += count
  }
  return { byDay, newer, total }
})

function commitsOn(repo: RepoFacts, today: number, daysAgo: number): number {
  if (repo.empty) return 0
  // A push at this very midnight belongs to today, any earlier one to a day before.
  const lastPush = Math.ceil(repo.pushedSecondsAgo / secondsPerDay)
  if (daysAgo < lastPush) return 0
  if (daysAgo === 0) return 1
  const weekday = weekdayOf(today, daysAgo)
  const week = Math.floor((daysAgo + 6 - weekday) / 7)
  const pace = repo.commitsAWeek * (0.7 + 0.6 * draw(repo.seed, 'week', week))
  const expected = pace * (weekdayShares[weekday] ?? 0)
  const count = Math.floor(expected + draw(repo.seed, 'day', daysAgo))
  return daysAgo === lastPush || daysAgo === repo.createdDaysAgo ? Math.max(1, count) : count
}

export function commitCount(repo: RepoFacts, today: number): number {
  return historyOf(repo, today).total
}

/** When commit `index` was made, the newest being 0. */
export function commitSecondsAgo(repo: RepoFacts, today: number, index: number): number {
  if (index === 0) return repo.pushedSecondsAgo
  const { byDay, newer } = historyOf(repo, today)
  const day = dayOfCommit(newer, index)
  const ofDay = index - (newer[day] ?? 0)
  const share = (ofDay + draw(repo.seed, 'moment', index)) / (byDay[day] ?? 1)
  const secondsAgo = (day - 1) * secondsPerDay + Math.floor(share * (secondsPerDay - 1)) + 1
  return Math.max(secondsAgo, repo.pushedSecondsAgo + ofDay)
}

/** The last day whose newer commits are at most `index` many. */
function dayOfCommit(newer: number[], index: number): number {
  let low = 0
  let high = newer.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((newer[middle] ?? 0) <= index) low = middle
    else high = middle - 1
  }
  return low
}

/** How many commits were made later than `secondsAgo`. */
export function commitsSince(repo: RepoFacts, today: number, secondsAgo: number): number {
  let low = 0
  let high = commitCount(repo, today)
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (commitSecondsAgo(repo, today, middle) < secondsAgo) low = middle + 1
    else high = middle
  }
  return low
}

export type Week = { week: number; total: number; days: number[] }

/** The week that lies `weeksAgo` before the one of today. */
export function weekOfCommits(repo: RepoFacts, today: number, weeksAgo: number): Week {
  const { byDay } = historyOf(repo, today)
  const sundayDaysAgo = weekdayOf(today, 0) + weeksAgo * 7
  const days = Array.from({ length: 7 }, (_, weekday) => byDay[sundayDaysAgo - weekday] ?? 0)
  return {
    week: weekStart(today, weeksAgo),
    total: days.reduce((sum, count) => sum + count, 0),
    days,
  }
}

export function weeksOfLife(repo: RepoFacts, today: number): number {
  return weeksTouched(today, repo.createdDaysAgo)
}
