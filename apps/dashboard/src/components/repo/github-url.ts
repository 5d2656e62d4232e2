import type { Repo } from '@repo/github'

/** The repository's address at GitHub: the one that GitHub gives, or the one that it would have. */
export function githubUrlOf({ url, fullName }: Pick<Repo, 'url' | 'fullName'>): string {
  return url ?? `https://github.com/${fullName}`
}
