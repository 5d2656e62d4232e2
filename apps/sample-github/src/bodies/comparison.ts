import { commitAt, commitOfRef, shaOfCommit } from '../data/commits.ts'
import type { RepoFacts } from '../data/facts.ts'
import { commitCount } from '../data/history.ts'
import { between, draw, hash, shaOf } from '../data/random.ts'
import { findRepository } from '../data/repositories.ts'
import { commitBody } from './commit.ts'
import { repositoryHtmlUrl, repositoryUrl } from './repository.ts'
import type { Schema, View } from './schemas.ts'

type Distance = {
  ahead: number
  behind: number
  /** The index of the merge base. */
  mergeBase: number
  base: number
  /** A commit as in the web's permanent URLs: `owner:sha`. */
  permanentHead: string
}

/** How far `head` is from `base`; `owner:branch` is a branch of a fork. */
function distance(
  repo: RepoFacts,
  base: string,
  head: string,
  today: number,
): Distance | undefined {
  const from = commitOfRef(repo, today, withoutOwner(repo, base))
  if (from === undefined) return undefined
  const to = commitOfRef(repo, today, withoutOwner(repo, head))
  if (to !== undefined) {
    const older = Math.max(from, to)
    return {
      ahead: from > to ? from - to : 0,
      behind: to > from ? to - from : 0,
      mergeBase: older,
      base: from,
      permanentHead: permanent(repo, to),
    }
  }

  const [owner, branch] = head.split(':')
  const fork = owner && branch ? findRepository(owner, repo.name)?.repo : undefined
  if (fork?.forkOf !== repo.fullName || branch !== fork.defaultBranch) return undefined
  const seed = hash(`${base}...${head}`)
  const behind = between(10, 60, draw(seed, 'behind'))
  return {
    ahead: between(1, 9, draw(seed, 'ahead')),
    behind,
    mergeBase: from + behind,
    base: from,
    permanentHead: permanent(fork, 0),
  }
}

function permanent(repo: RepoFacts, index: number): string {
  return `${repo.owner}:${shaOfCommit(repo, index).slice(0, 7)}`
}

function withoutOwner(repo: RepoFacts, ref: string): string {
  return ref.startsWith(`${repo.owner}:`) ? ref.slice(repo.owner.length + 1) : ref
}

/** `undefined` if `base` or `head` does not exist. */
export function comparison(
  repo: RepoFacts,
  base: string,
  head: string,
  page: { number: number; size: number },
  view: View,
): Schema<'commit-comparison'> | undefined {
  const result = distance(repo, base, head, view.today)
  if (!result) return undefined
  const { ahead, behind, mergeBase, permanentHead } = result
  const total = commitCount(repo, view.today)
  const commit = (index: number) =>
    commitBody(repo, commitAt(repo, view.today, Math.min(index, total - 1), total), view)

  // Oldest first, beginning after the merge base.
  const start = Math.min(ahead, (page.number - 1) * page.size)
  const count = Math.min(ahead - start, page.size)
  const name = encodeURIComponent(`${base}...${head}`)
  const compareUrl = `${repositoryHtmlUrl(repo)}/compare/${base}...${head}`
  return {
    url: `${repositoryUrl(repo, view)}/compare/${name}`,
    html_url: compareUrl,
    permalink_url: `${repositoryHtmlUrl(repo)}/compare/${permanent(repo, result.base)}...${permanentHead}`,
    diff_url: `${compareUrl}.diff`,
    patch_url: `${compareUrl}.patch`,
    base_commit: commit(result.base),
    merge_base_commit: commit(mergeBase),
    status: statusOf(ahead, behind),
    ahead_by: ahead,
    behind_by: behind,
    total_commits: ahead,
    commits: Array.from({ length: count }, (_, index) =>
      commit(Math.max(0, mergeBase - 1 - start - index)),
    ),
    ...(page.number === 1 ? { files: changedFiles(repo, ahead, view) } : {}),
  }
}

const MAX_FILES = 300

/** A file for each commit; GitHub lists at most three hundred. */
function changedFiles(repo: RepoFacts, ahead: number, view: View): Schema<'diff-entry'>[] {
  return Array.from({ length: Math.min(ahead, MAX_FILES) }, (_, index) => {
    const filename = `src/part-${index + 1}.ts`
    const additions = between(1, 60, draw(repo.seed, 'additions', index))
    const deletions = between(0, 30, draw(repo.seed, 'deletions', index))
    const ref = repo.defaultBranch
    return {
      sha: shaOf(repo.seed, 'blob', index),
      filename,
      status: 'modified',
      additions,
      deletions,
      changes: additions + deletions,
      blob_url: `${repositoryHtmlUrl(repo)}/blob/${ref}/${filename}`,
      raw_url: `${repositoryHtmlUrl(repo)}/raw/${ref}/${filename}`,
      contents_url: `${repositoryUrl(repo, view)}/contents/${filename}?ref=${ref}`,
    }
  })
}

function statusOf(ahead: number, behind: number): Schema<'commit-comparison'>['status'] {
  if (ahead > 0) return behind > 0 ? 'diverged' : 'ahead'
  return behind > 0 ? 'behind' : 'identical'
}
