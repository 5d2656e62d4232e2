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

/** The path of a repository's overview, or of another tab. */
export function repoPath(fullName: string, section: RepoSection = 'overview'): string {
  const path = repoSections.find((one) => one.section === section)?.path ?? ''
  return `/repos/${fullName.split('/').map(encodeURIComponent).join('/')}${path}`
}

/** The path of an owner's repositories. */
export function ownerPath(login: string): string {
  return `/owners/${encodeURIComponent(login)}`
}

/** The path of a repository's badges. */
export function badgePagePath(fullName: string): string {
  return `${repoPath(fullName)}/badge`
}

/** How many repositories a comparison can have. */
export const MAX_COMPARED = 4

/** The path that compares repositories; their names need no escaping. */
export function comparePath(names: readonly string[]): string {
  return names.length === 0 ? '/compare' : `/compare?repos=${names.join(',')}`
}
