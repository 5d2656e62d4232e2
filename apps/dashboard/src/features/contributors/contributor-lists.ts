import { type BusFactor, busFactor, type Contributor, type ContributorYear } from '@repo/github'
import type { LinePlot } from '@repo/ui/line-plot'
import { createShareCurve } from './share-curve.ts'

/**
 * A page of the all-time contributors. A share, from 0 to 1, is relative to the commits of all listed
 * contributors; null if unknown.
 */
export type AllTimeContributors = {
  people: (Contributor & { share: number | null })[]
  page: number
  lastPage: number
  total: number
  busFactor: BusFactor | null
  curve: LinePlot | null
}

/** The contributors of the last year: the most active, and the total number. */
export type LastYearContributors = {
  people: Omit<ContributorYear, 'lastWeek'>[]
  total: number
  commits: number
  busFactor: BusFactor | null
  curve: LinePlot | null
}

const MAX_PER_PAGE = 30

/** Returns a page of the contributors; a page number past the end returns the last page. */
export function paginateContributors(
  all: readonly Contributor[],
  requestedPage: number,
): AllTimeContributors {
  const lastPage = Math.max(Math.ceil(all.length / MAX_PER_PAGE), 1)
  const page = Math.min(requestedPage, lastPage)
  const commits = sumCommits(all)
  const people = all
    .slice((page - 1) * MAX_PER_PAGE, page * MAX_PER_PAGE)
    .map((person) => ({ ...person, share: shareOf(person.commits, commits) }))
  return {
    people,
    page,
    lastPage,
    total: all.length,
    busFactor: busFactor(all),
    curve: createShareCurve(all),
  }
}

/** Summarizes the contributors of the last year. */
export function summarizeLastYear(all: readonly ContributorYear[]): LastYearContributors {
  const active = all.filter(({ commits }) => commits > 0)
  return {
    people: active.slice(0, MAX_PER_PAGE).map(({ lastWeek: _lastWeek, ...person }) => person),
    total: active.length,
    commits: sumCommits(active),
    busFactor: busFactor(active),
    curve: createShareCurve(active),
  }
}

function shareOf(commits: number | null, total: number): number | null {
  if (commits === null) return null
  return total === 0 ? 0 : commits / total
}

function sumCommits(people: readonly { commits: number | null }[]): number {
  return people.reduce((sum, { commits }) => sum + (commits ?? 0), 0)
}
