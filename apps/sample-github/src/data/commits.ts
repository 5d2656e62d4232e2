import type { Account } from './account.ts'
import { commitMessage, polyglotNames } from './commit-texts.ts'
import type { RepoFacts } from './facts.ts'
import { commitCount, commitOfTag, commitSecondsAgo } from './history.ts'
import { draw, pick, shaOf } from './random.ts'
import { releaseAt, versionsOf } from './releases.ts'
import { contributorAt } from './repository-people.ts'

export type Commit = {
  sha: string
  parents: string[]
  message: string
  /** `null` when the e-mail of the commit belongs to no account. */
  author: Account | null
  authorName: string
  authorEmail: string
  secondsAgo: number
  verified: boolean
}

export function shaOfCommit(repo: RepoFacts, index: number): string {
  return shaOf(repo.seed, 'commit', numberOfCommit(repo, index))
}

/** The number of a commit, which pushes do not change: new commits have negative numbers. */
function numberOfCommit(repo: RepoFacts, index: number): number {
  return index - (repo.pushed?.commits ?? 0)
}

export function commitAt(repo: RepoFacts, today: number, index: number, total: number): Commit {
  const number = numberOfCommit(repo, index)
  const value = draw(repo.seed, 'committer', number)
  const account = contributorAt(repo, Math.floor(value ** 3 * repo.contributors))
  const isKnown = draw(repo.seed, 'known', number) > 0.04
  return {
    sha: shaOfCommit(repo, index),
    parents: index + 1 < total ? [shaOfCommit(repo, index + 1)] : [],
    message: commitMessage(repo.seed, number, repo.polyglot),
    author: isKnown ? account : null,
    authorName: repo.polyglot
      ? pick(polyglotNames, draw(repo.seed, 'author name', number))
      : account.name,
    authorEmail: `${account.login.replace('[bot]', '')}@example.com`,
    secondsAgo: commitSecondsAgo(repo, today, index),
    verified: draw(repo.seed, 'verified', number) < 0.7,
  }
}

/** The number of newest commits that a lookup by hash examines. */
const depth = 2_000

/** The index of the commit that a branch, tag or hash names; the newest is 0. */
export function commitOfRef(repo: RepoFacts, today: number, ref: string): number | undefined {
  const total = commitCount(repo, today)
  if (total === 0) return undefined
  const name = ref.replace(/^(?:refs\/)?(?:heads|tags)\//, '')
  if (name === 'HEAD' || name === repo.defaultBranch) return 0

  const release = releaseAt(repo, versionsOf(repo).indexOf(name))
  if (release) return Math.min(total - 1, commitOfTag(repo, release.secondsAgo))

  if (!/^[\da-f]{7,40}$/.test(name)) return undefined
  for (let index = 0; index < Math.min(depth, total); index++) {
    if (shaOfCommit(repo, index).startsWith(name)) return index
  }
  return undefined
}
