/** The maximum number of repositories on a board. */
export const MAX_BOARD_REPOS = 24

/** Returns the path of a board; names of repositories need no escaping. */
export function boardPath(names: readonly string[], isPersonal = false): string {
  const path = isPersonal ? '/me/board' : '/board'
  return names.length === 0 ? path : `${path}?repos=${names.join(',')}`
}
