/** Tells whether GitHub's grammar allows a login: letters, digits, hyphens, 39 at most (and `_` for enterprise users). */
export function isOwnerName(name: string): boolean {
  return /^[a-z\d][a-z\d_-]{0,38}$/i.test(name)
}

/** Tells whether GitHub's grammar allows a repository name. */
export function isRepoName(name: string): boolean {
  return /^[\w.-]{1,100}$/.test(name) && name !== '.' && name !== '..'
}
