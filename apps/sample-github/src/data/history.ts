import { secondsPerDay, weekdayOf, weekStart } from './clock.ts'
import type { RepoFacts } from './facts.ts'
import { draw } from './random.ts'

/** The expected share of a week's commits by weekday, Sunday first. */
const weekdayShares = [0.03, 0.18, 0.2, 0.21, 0.2, 0.15, 0.03]

/** Commits by day and, for each day, the number of newer commits; day 0 is today. */
type History = { byDay: number[]; newer: number[]; total: number }

const histories = new WeakMap<RepoFacts, History[]>()

/** The history depends on the weekday of today, not on the date. */
function historyOn(repo: RepoFacts, weekday: number): History {
  const known = histories.get(repo) ?? []
  histories.set(repo, known)
  known[weekday] ??= makeHistory(repo, weekday)
  return known[weekday]
}

/**
 * The weeks before the current one have the same commits on every day, so every sum of weeks does too.
 * The current week has at most one commit: the last push.
 */
function makeHistory(repo: RepoFacts, weekday: number): History {
  const firstDay = repo.createdWeeksAgo * 7
  const byDay: number[] = new Array(firstDay + 1).fill(0)
  const add = (daysAgo: number, count: number) => {
    byDay[daysAgo] = (byDay[daysAgo] ?? 0) + count
  }
  if (!repo.empty) {
    // A push at midnight belongs to the day that begins, any earlier push to a day before.
    const lastPush = Math.ceil(repo.pushedSecondsAgo / secondsPerDay)
    add(lastPush, 1)
    add(0, repo.pushed?.commits ?? 0)
    add(firstDay, 1)
    for (let week = Math.floor(lastPush / 7) + 1; week < repo.createdWeeksAgo; week++) {
      commitsByWeekday(repo, week).forEach((count, day) => {
        add(Math.max(lastPush, weekday + week * 7 - day), count)
      })
    }
  }
  let total = 0
  const newer = byDay.map((count) => {
    total += count
    return total - count
  })
  return { byDay, newer, total }
}

function commitsByWeekday(repo: RepoFacts, weeksAgo: number): number[] {
  const pace = repo.commitsAWeek * (0.7 + 0.6 * draw(repo.seed, 'week', weeksAgo))
  return weekdayShares.map((share, day) =>
    Math.floor(pace * share + draw(repo.seed, 'day', weeksAgo * 7 + day)),
  )
}

export function commitCount(repo: RepoFacts, today: number): number {
  return historyOn(repo, weekdayOf(today)).total
}

/** The age of commit `index`, the newest being 0. */
export function commitSecondsAgo(repo: RepoFacts, today: number, index: number): number {
  return ageOfCommit(repo, weekdayOf(today), index)
}

function ageOfCommit(repo: RepoFacts, weekday: number, index: number): number {
  const pushed = repo.pushed?.commits ?? 0
  if (index < pushed) return 0
  if (index === pushed) return repo.pushedSecondsAgo
  const { byDay, newer } = historyOn(repo, weekday)
  const day = dayOfCommit(newer, index)
  const indexInDay = index - (newer[day] ?? 0)
  // A push moves no older commit.
  const share = (indexInDay + draw(repo.seed, 'moment', index - pushed)) / (byDay[day] ?? 1)
  const secondsAgo = (day - 1) * secondsPerDay + Math.floor(share * (secondsPerDay - 1)) + 1
  return Math.max(secondsAgo, repo.pushedSecondsAgo + indexInDay)
}

/** The last day that has at most `index` newer commits. */
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

/** The number of commits newer than `secondsAgo`. */
export function commitsSince(repo: RepoFacts, today: number, secondsAgo: number): number {
  return commitsNewerThan(repo, weekdayOf(today), secondsAgo)
}

function commitsNewerThan(repo: RepoFacts, weekday: number, secondsAgo: number): number {
  let low = 0
  let high = historyOn(repo, weekday).total
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (ageOfCommit(repo, weekday, middle) < secondsAgo) low = middle + 1
    else high = middle
  }
  return low
}

/** The index of the commit that a tag of this age names: the same every day, and never newer than the tag. */
export function commitOfTag(repo: RepoFacts, secondsAgo: number): number {
  const counts = weekdayShares.map((_, weekday) => commitsNewerThan(repo, weekday, secondsAgo))
  return Math.max(...counts)
}

export type Week = { week: number; total: number; days: number[] }

/** The commits of a week; week 0 is the current one. */
export function weekOfCommits(repo: RepoFacts, today: number, weeksAgo: number): Week {
  const weekday = weekdayOf(today)
  const { byDay } = historyOn(repo, weekday)
  const sundayDaysAgo = weekday + weeksAgo * 7
  const days = Array.from({ length: 7 }, (_, day) => byDay[sundayDaysAgo - day] ?? 0)
  return {
    week: weekStart(today, weeksAgo),
    total: days.reduce((sum, count) => sum + count, 0),
    days,
  }
}

/** The number of weeks with data, the current one included. */
export function weeksOfLife(repo: RepoFacts): number {
  return repo.createdWeeksAgo + 1
}
