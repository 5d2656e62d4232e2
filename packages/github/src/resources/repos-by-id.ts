import { z } from 'zod'
import { GitHubError } from '../http/github-error.ts'
import { avatar, orNull } from './fields.ts'
import type { Read, Snapshot } from './read.ts'
import { type RepoSummary, repoSummary } from './repo.ts'

/** A repository by its ID, which is stable across renames; null if it is not visible. */
export type RepoById = { id: number; repo: PortrayedRepo | null }

/** A repository with the avatar of its owner; null if it is unknown. */
type PortrayedRepo = RepoSummary & { avatarUrl: string | null }

const ownerAvatar = z
  .object({ owner: orNull(z.object({ avatar_url: avatar })) })
  .transform(({ owner }) => ({ avatarUrl: owner?.avatar_url ?? null }))

const portrayedRepo = z.intersection(repoSummary, ownerAvatar)

/** The most repositories that one call reads: each takes a request. */
export const MAX_REPO_IDS = 12

/** Returns whether a number can be a repository ID. */
export function isRepoId(id: number): boolean {
  return Number.isSafeInteger(id) && id > 0
}

/**
 * Gets up to 12 repositories by ID and omits those that fail.
 * @throws GitHubError if all fail.
 */
export async function getReposById(
  read: Read,
  ids: readonly number[],
): Promise<Snapshot<RepoById>[]> {
  const validIds = [...new Set(ids)].filter(isRepoId).slice(0, MAX_REPO_IDS)
  const results = await Promise.allSettled(validIds.map((id) => repoById(read, id)))
  const found = results.flatMap((result) => (result.status === 'fulfilled' ? result.value : []))
  // A single failure must not hide the others.
  const failed = results.find((result) => result.status === 'rejected')
  if (failed && (found.length === 0 || !(failed.reason instanceof GitHubError))) throw failed.reason
  return found
}

async function repoById(read: Read, id: number): Promise<Snapshot<RepoById>> {
  const { snapshot } = await read({
    route: 'GET /repositories/{id}',
    params: { id },
    isEssential: true,
    schema: portrayedRepo,
    on404: null,
  })
  return { ...snapshot, data: { id, repo: snapshot.data } }
}
