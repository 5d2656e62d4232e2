import { GitHubError } from '../github-error.ts'
import type { Dated, Read } from '../reader.ts'
import { type RepoSummary, repoSummary } from './repo.ts'

/** A repository by its number, which outlives every name; null where there is none to be seen. */
export type RepoById = { id: number; repo: RepoSummary | null }

/** As many as are read at once: each costs a question of its own. */
export const mostRepoIds = 12

/** Tells whether this can be the number of a repository. */
export function isRepoId(id: number): boolean {
  return Number.isSafeInteger(id) && id > 0
}

/** A few repositories by their numbers, each with its age; what is blocked is left out. */
export async function reposById(read: Read, ids: readonly number[]): Promise<Dated<RepoById>[]> {
  const wanted = [...new Set(ids)].filter(isRepoId).slice(0, mostRepoIds)
  const answers = await Promise.all(wanted.map((id) => repoById(read, id)))
  return answers.flatMap((answer) => answer ?? [])
}

async function repoById(read: Read, id: number): Promise<Dated<RepoById> | undefined> {
  try {
    const { dated } = await read({
      route: 'GET /repositories/{id}',
      params: { id },
      shape: repoSummary,
      whenNotFound: null,
    })
    return { ...dated, data: { id, repo: dated.data } }
  } catch (error) {
    // One that is blocked must not hide the others.
    if (error instanceof GitHubError && error.kind === 'blocked') return undefined
    throw error
  }
}
