import type { Repo } from '@repo/github'
import { readEnv } from './process/env.ts'

/** Returns a repository's URL on GitHub; built from its name if GitHub sent none. */
export function githubUrlOf({ url, fullName }: Pick<Repo, 'url' | 'fullName'>): string {
  return url ?? `${readEnv().githubUrl}/${fullName}`
}
