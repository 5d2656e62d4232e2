import { isVisible, type RepoFacts } from '../data/facts.ts'
import { type IssueOrPull, issueNumbers, issueOrPullAt } from '../data/issues.ts'
import type { Candidate, IssueOrder, IssueQuery } from './issue-query.ts'

/** GitHub's search stops when its time is up; the sample stops after this many candidates. */
const MAX_CANDIDATES = 60_000

export type IssueMatch = { repo: RepoFacts; item: IssueOrPull }

/** Visible issues and pull requests that match; `isIncomplete` when the search gave up. */
export function searchIssues(
  repositories: readonly RepoFacts[],
  query: IssueQuery,
  { viewer, today }: { viewer: string | undefined; today: number },
): { matches: IssueMatch[]; isIncomplete: boolean } {
  const matches: IssueMatch[] = []
  let examined = 0

  for (const repo of repositoriesToSearch(repositories, query, viewer)) {
    for (const number of numbersToExamine(repo, query)) {
      if (examined++ >= MAX_CANDIDATES) {
        return { matches: sortMatches(matches, query.order), isIncomplete: true }
      }
      const candidate = { repo, item: issueOrPullAt(repo, number), today }
      if (isMatch(candidate, query)) matches.push({ repo, item: candidate.item })
    }
  }
  return { matches: sortMatches(matches, query.order), isIncomplete: false }
}

function repositoriesToSearch(
  repositories: readonly RepoFacts[],
  { scopes, repositoryFilters }: IssueQuery,
  viewer: string | undefined,
): RepoFacts[] {
  // The viewer's own repositories come first: even an incomplete search finds their issues.
  const rank = (repo: RepoFacts) => (repo.owner === viewer || repo.visibleTo !== null ? 0 : 1)
  return repositories
    .filter(
      (repo) =>
        isVisible(repo, viewer) &&
        !repo.blocked &&
        (scopes.length === 0 || scopes.some((includes) => includes(repo))) &&
        repositoryFilters.every((matches) => matches(repo)),
    )
    .sort((a, b) => rank(a) - rank(b))
}

function numbersToExamine(repo: RepoFacts, { kind, state }: IssueQuery): number[] {
  return issueNumbers(repo, {
    kind: kind === 'pull' ? 'pulls' : 'issues and pulls',
    state: state ?? 'all',
    sort: 'created',
    direction: 'desc',
  })
}

function isMatch(candidate: Candidate, { itemFilters, words }: IssueQuery): boolean {
  // Issues that exist from before they were disabled are hidden.
  if (!candidate.item.isPull && !candidate.repo.hasIssues) return false
  if (!itemFilters.every((matches) => matches(candidate))) return false
  const title = candidate.item.title.toLowerCase()
  return words.every((word) => title.includes(word))
}

/** Without an order the newest come first. */
function sortMatches(matches: IssueMatch[], order: IssueOrder | undefined): IssueMatch[] {
  const { by, ascending } = order ?? { by: 'created', ascending: false }
  const sign = ascending ? -1 : 1
  const weight = ({ item }: IssueMatch) =>
    by === 'comments' ? -item.comments : item[`${by}SecondsAgo`]
  return matches.sort(
    (a, b) =>
      sign * (weight(a) - weight(b)) || a.repo.id - b.repo.id || b.item.number - a.item.number,
  )
}
