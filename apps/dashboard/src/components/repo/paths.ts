import type { RepoSection } from './repo-sections.ts'

/** Returns the path of a repository's tab, or of its stars; the overview by default. */
export function repoPath(fullName: string, section: RepoSection | 'stars' = 'overview'): string {
  const path = `/repos/${fullName.split('/').map(encodeURIComponent).join('/')}`
  return section === 'overview' ? path : `${path}/${section}`
}

/** Returns the path of an owner's repositories. */
export function ownerPath(login: string): string {
  return `/owners/${encodeURIComponent(login)}`
}

/** Returns the path of a repository's badges. */
export function badgePagePath(fullName: string): string {
  return `${repoPath(fullName)}/badge`
}

/** The maximum number of repositories in a comparison. */
export const MAX_COMPARED = 4

/** Returns the path of a comparison; names of repositories need no escaping. */
export function comparePath(names: readonly string[]): string {
  return names.length === 0 ? '/compare' : `/compare?repos=${names.join(',')}`
}
