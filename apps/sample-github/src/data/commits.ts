import type { Account } from './accounts.ts'
import { contributorAt } from './contributors.ts'
import type { RepoFacts } from './facts.ts'
import { commitSecondsAgo } from './history.ts'
import { draw, pick, shaOf } from './random.ts'
import { commitMessage, polyglotNames } from './text/commits.ts'

export type Commit = {
  sha: string
  parents: string[]
  message: string
  /** `null` when no account has the e-mail of the commit. */
  author: Account | null
  authorName: string
  authorEmail: string
  secondsAgo: number
  verified: boolean
}

export function shaOfCommit(repo: RepoFacts, index: number): string {
  return shaOf(repo.seed, 'commit', index)
}

export function commitAt(repo: RepoFacts, today: number, index: number, total: number): Commit {
  const who = draw(repo.seed, 'committer', index)
  const account = contributorAt(repo, Math.floor(who ** 3 * repo.contributors))
  const isKnown = draw(repo.seed, 'known', index) > 0.04
  return {
    sha: shaOfCommit(repo, index),
    parents: index + 1 < total ? [shaOfCommit(repo, index + 1)] : [],
    message: commitMessage(repo.seed, index, repo.polyglot),
    author: isKnown ? account : null,
    authorName: repo.polyglot
      ? pick(polyglotNames, draw(repo.seed, 'author name', index))
      : account.name,
    authorEmail: `${account.login.replace('[bot]', '')}@example.com`,
    secondsAgo: commitSecondsAgo(repo, today, index),
    verified: draw(repo.seed, 'verified', index) < 0.7,
  }
}
