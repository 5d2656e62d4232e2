/** The addresses of a viewer's own pages. */
export const mePath = '/me'
export const inboxPath = '/me/inbox'

/** The address of a repository's overview, seen with the viewer's eyes. */
export function ownRepoPath(fullName: string): string {
  return `/me/repos/${fullName}`
}
