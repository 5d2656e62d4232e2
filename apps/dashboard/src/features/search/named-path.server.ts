import { parseTypedName } from '@repo/github'
import { ownerPath, repoPath } from '#components/repo/paths.ts'
import { readEnv } from '#server/process/env.ts'
import type { SearchRequest } from './search-request.ts'

/** Returns the path of the repository or the owner that a search names; undefined for other text. */
export function namedPath({ q, type }: SearchRequest): string | undefined {
  const named = type === undefined ? parseTypedName(q, readEnv().githubWebsites) : undefined
  if (named === undefined) return undefined
  return named.kind === 'owner' ? ownerPath(named.login) : repoPath(named.fullName)
}
