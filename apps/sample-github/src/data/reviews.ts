import type { Account } from './accounts.ts'
import type { RepoFacts } from './facts.ts'
import { membersOf } from './members.ts'
import { draw } from './random.ts'

/** What those who reviewed a pull request think of it; `none` when nobody did. */
export type Review = 'none' | 'approved' | 'changes_requested'

export function reviewOf(repo: RepoFacts, number: number): Review {
  const opinion = draw(repo.seed, 'review', number)
  if (opinion < 0.4) return 'none'
  return opinion < 0.7 ? 'approved' : 'changes_requested'
}

/** Who is asked for a review: one of the members, and never the author. */
export function requestedReviewers(
  repo: RepoFacts,
  number: number,
  author: Account | null,
): Account[] {
  const others = membersOf(repo).filter((member) => member.login !== author?.login)
  return oneOf(others, draw(repo.seed, 'reviewer', number))
}

export function oneOf(accounts: readonly Account[], fraction: number): Account[] {
  return accounts.slice(Math.floor(fraction * accounts.length)).slice(0, 1)
}
