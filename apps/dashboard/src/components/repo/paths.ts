import type { RepoSection } from './repo-sections.ts'

/** Returns the path of a repository's tab, or of its stars; the overview by default. */
export function repoPath(fullName: string, section: RepoSection | 'stars' = 'overview'): string {
  const path = `/repos/${fullName.split('/').map(encodeURIComponent).join('/')}`
  return section === 'overview' ? path : `${path}/${section}`
}

/** Returns the path of a repository's tab on its viewer's own pages. */
export function viewerRepoPath(fullName: string, section?: RepoSection | 'stars'): string {
  return `/me${repoPath(fullName, section)}`
}

/** A repository to link to; without a visibility, it is public. */
export type LinkedRepo = {
  fullName: string
  visibility?: 'public' | 'private' | 'internal' | undefined
}

/** Returns whether GitHub shows a repository to some viewers only. */
export function isPrivate({ visibility = 'public' }: LinkedRepo): boolean {
  return visibility !== 'public'
}

/** Returns the path of a repository's tab: on its viewer's own pages if the repository is private. */
export function tabPath(repo: LinkedRepo, section?: RepoSection | 'stars'): string {
  return (isPrivate(repo) ? viewerRepoPath : repoPath)(repo.fullName, section)
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
export function comparePath(names: readonly string[], isPersonal = false): string {
  const path = isPersonal ? '/me/compare' : '/compare'
  return names.length === 0 ? path : `${path}?repos=${names.join(',')}`
}
