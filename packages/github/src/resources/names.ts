/**
 * Returns whether GitHub can have a login: 39 letters, digits and hyphens at most, which old accounts
 * also have at an end; `_` before the short code of an enterprise; `[bot]` after the name of an app.
 */
export function isOwnerName(name: string): boolean {
  return /^[a-z\d-][a-z\d_-]{0,38}(?:\[bot\])?$/i.test(name)
}

/** Returns whether GitHub allows a repository name. */
export function isRepoName(name: string): boolean {
  return /^[\w.-]{1,100}$/.test(name) && name !== '.' && name !== '..'
}

/** Returns whether a text is the full name of a repository, `owner/name`, as GitHub allows it. */
export function isFullName(text: string): boolean {
  const [owner = '', name = '', ...rest] = text.split('/')
  return rest.length === 0 && isOwnerName(owner) && isRepoName(name)
}
