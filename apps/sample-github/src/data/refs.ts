import { shaOfCommit } from './commits.ts'
import type { RepoFacts } from './facts.ts'
import { commitCount, commitOfTag } from './history.ts'
import { releaseAt, versionsOf } from './releases.ts'

/** How far back from the newest commit a commit is looked for by its hash. */
const depth = 2_000

/** The index of the commit that a branch, tag or hash names, the newest being 0. */
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
