/** The address of a repository's overview. */
export function repoPath(fullName: string): string {
  return `/repos/${fullName}`
}

/** The address of an owner's repositories. */
export function ownerPath(login: string): string {
  return `/owners/${login}`
}

/** The address of the page that hands out a repository's badges. */
export function badgePagePath(fullName: string): string {
  return `${repoPath(fullName)}/badge`
}
