/** The tabs of a repository. */
export const repoSections = [
  { section: 'overview', path: '', label: 'Overview' },
  { section: 'issues', path: '/issues', label: 'Issues' },
  { section: 'pulls', path: '/pulls', label: 'Pull requests' },
  { section: 'releases', path: '/releases', label: 'Releases' },
  { section: 'contributors', path: '/contributors', label: 'Contributors' },
  { section: 'activity', path: '/activity', label: 'Activity' },
] as const

export type RepoSection = (typeof repoSections)[number]['section']

/** Returns the path of a repository's tab; the overview by default. */
export function repoPath(fullName: string, section: RepoSection = 'overview'): string {
  const path = repoSections.find((tab) => tab.section === section)?.path ?? ''
  return `/repos/${fullName.split('/').map(encodeURIComponent).join('/')}${path}`
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
