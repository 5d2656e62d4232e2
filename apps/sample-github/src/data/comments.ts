import type { Account } from './account.ts'
import { secondsPerWeek } from './clock.ts'
import type { RepoFacts } from './facts.ts'
import { commentText } from './issue-texts.ts'
import { issueNumbers } from './issues.ts'
import { person } from './people.ts'
import { draw } from './random.ts'

export type Comment = {
  id: number
  /** The issue or pull request it belongs to. */
  number: number
  author: Account | null
  text: string
  secondsAgo: number
}

type CommentKind = 'issues and pulls' | 'pulls'

const COMMENTS_PER_ITEM = { 'issues and pulls': 3, pulls: 2 }

function numbers(repo: RepoFacts, kind: CommentKind): number[] {
  return issueNumbers(repo, { kind, state: 'all', sort: 'created', direction: 'desc' })
}

export function commentCount(repo: RepoFacts, kind: CommentKind): number {
  return numbers(repo, kind).length * COMMENTS_PER_ITEM[kind]
}

/** A comment by its index in the repository; the newest is 0. */
export function commentAt(repo: RepoFacts, kind: CommentKind, index: number): Comment {
  const total = commentCount(repo, kind)
  const share = (index + draw(repo.seed, `${kind} moment`, index)) / total
  const life = repo.createdWeeksAgo * secondsPerWeek - repo.pushedSecondsAgo
  const value = draw(repo.seed, `${kind} author`, index)
  return {
    id: repo.id * 1_000 + (total - index),
    number: numbers(repo, kind)[Math.floor(index / COMMENTS_PER_ITEM[kind])] ?? 1,
    author: value < 0.02 ? null : person(Math.floor(value * 400)),
    text: commentText(repo.seed, index),
    secondsAgo: repo.pushedSecondsAgo + Math.floor(share * life),
  }
}
