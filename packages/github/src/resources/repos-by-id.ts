import { GitHubError } from '../http/github-error.ts'
import type { Read, Snapshot } from './read.ts'
import { type RepoSummary, repoSummary } from './repo.ts'

/** A repository by its number, which outlives every name; null where there is none to be seen. */
export type RepoById = { id: number; repo: RepoSummary | null }

/** As many as are read at once: each costs a question of its own. */
export const MAX_REPO_IDS = 12

/** Tells whether this can be the number of a repository. */
export function isRepoId(id: number): boolean {
  return Number.isSafeInteger(id) && id > 0
}

/**
 * A few repositories by their numbers, each with its age; what fails is left out.
 * @throws GitHubError when all have failed.
 */
export async function getReposById(read: Read, ids: readonly number[]): Promise<Snapshot<RepoById>[]> {
  const wanted = [...new Set(ids)].filter(isRepoId).slice(0, MAX_REPO_IDS)
  const answers = await Promise.allSettled(wanted.map((id) => repoById(read, id)))
  const found = answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []))
  // One that fails must not hide the others.
  const failed = answers.find((answer) => answer.status === 'rejected')
  if (failed && (found.length === 0 || !(failed.reason instanceof GitHubError))) throw failed.reason
  return found
}

async function repoById(read: Read, id: number): Promise<Snapshot<RepoById>> {
  const { snapshot } = await read({
    route: 'GET /repositories/{id}',
    params: { id },
    schema: repoSummary,
    on404: null,
  })
  return { ...snapshot, data: { id, repo: snapshot.data } }
}
