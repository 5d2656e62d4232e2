/** The address of a repository's overview. */
export function repoPath(fullName: string): string {
  return `/repos/${fullName.split('/').map(encodeURIComponent).join('/')}`
}

/** The address of an owner's repositories. */
export function ownerPath(login: string): string {
  return `/owners/${encodeURIComponent(login)}`
}
