import type { RepoSection } from './repo-sections.ts'

/** Returns the path of a repository's tab, or of its stars; the overview by default. */
export function repoPath(fullName: string, section: RepoSection | 'stars' = 'overview'): string {
  const path = `/repos/${fullName.split('/').map(encodeURIComponent).join('/')}`
  return section === 'overview' ? path : `${path}/${section}`
}

/** A repository to link to. */
export type LinkedRepo = {
  fullName: string
  /** Absent for a public repository. */
  visibility?: 'private' | 'internal' | undefined
}

/** Returns the path below which the pages of a repository are: `/me` if it is private. */
export function basePath({ visibility }: Pick<LinkedRepo, 'visibility'>): '/me' | '' {
  return visibility ? '/me' : ''
}

/** Returns the path of a repository's tab: on its viewer's own pages if the repository is private. */
export function tabPath(repo: LinkedRepo, section?: RepoSection | 'stars'): string {
  return basePath(repo) + repoPath(repo.fullName, section)
}

/** Returns the path of an owner's repositories. */
export function ownerPath(login: string): string {
  return `/owners/${encodeURIComponent(login)}`
}

/** Returns the path of a repository's badges. */
export function badgePagePath(fullName: string): string {
  return `${repoPath(fullName)}/badge`
}
