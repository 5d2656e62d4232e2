import type { Repo } from '@repo/github'

/** A repository's URL on GitHub, or the one that it would have. */
export function githubUrlOf({ url, fullName }: Pick<Repo, 'url' | 'fullName'>): string {
  return url ?? `https://github.com/${fullName}`
}
