import { secondsPerWeek, weekStart } from '../data/clock.ts'
import type { RepoFacts } from '../data/facts.ts'
import { weekOfCommits, weeksOfLife } from '../data/history.ts'
import { memoizeByDay } from '../data/memoize.ts'
import { draw } from '../data/random.ts'
import { contributionsOf, contributorAt } from '../data/repository-people.ts'
import { simpleUser } from './account.ts'
import type { Schema, View } from './schemas.ts'

const weeksOfAYear = Array.from({ length: 52 }, (_, index) => 51 - index)

/** Fifty-two weeks, oldest first. */
export function commitActivity(repo: RepoFacts, { today }: View): Schema<'commit-activity'>[] {
  return weeksOfAYear.map((weeksAgo) => weekOfCommits(repo, today, weeksAgo))
}

export function participation(repo: RepoFacts, { today }: View): Schema<'participation-stats'> {
  const all = weeksOfAYear.map((weeksAgo) => weekOfCommits(repo, today, weeksAgo).total)
  return { all, owner: all.map((total) => Math.floor(total / 5)) }
}

/** Rows of week, additions and deletions (negative), oldest first. */
export function codeFrequency(repo: RepoFacts, { today }: View): Schema<'code-frequency-stat'>[] {
  const weeks = weeksOfLife(repo)
  return Array.from({ length: weeks }, (_, index) => {
    const weeksAgo = weeks - 1 - index
    const { total } = weekOfCommits(repo, today, weeksAgo)
    const added = Math.round(total * 40 * draw(repo.seed, 'added', weeksAgo))
    return [
      weekStart(today, weeksAgo),
      added,
      -Math.round(added * draw(repo.seed, 'removed', weeksAgo)),
    ]
  })
}

type ContributorWeek = Schema<'contributor-activity'>['weeks'][number]

const contributorWeeks = memoizeByDay((repo, today): ContributorWeek[][] => {
  const count = weeksOfLife(repo)
  const active = Math.max(1, count - Math.floor(repo.pushedSecondsAgo / secondsPerWeek))
  return Array.from({ length: Math.min(100, repo.contributors) }, (_, index) => {
    const total = contributionsOf(repo, index)
    return Array.from({ length: count }, (_, week) => {
      const until = (weeks: number) => Math.floor((total * Math.min(weeks, active)) / active)
      const commits = until(week + 1) - until(week)
      const w = weekStart(today, count - 1 - week)
      // GitHub omits line counts for repositories of this size.
      if (repo.tooLarge) return { w, a: 0, d: 0, c: commits }
      return { w, a: commits * (20 + (week % 17)), d: commits * (7 + (week % 11)), c: commits }
    })
  })
})

/** The hundred most active contributors, least active first. */
export function contributorActivity(repo: RepoFacts, view: View): Schema<'contributor-activity'>[] {
  return contributorWeeks(repo, view.today)
    .map((weeks, index) => ({
      author: simpleUser(contributorAt(repo, index), view),
      total: contributionsOf(repo, index),
      weeks,
    }))
    .toReversed()
}
