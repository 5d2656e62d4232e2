/** The maximum number of repositories on a board. */
export const MAX_BOARD_REPOS = 24

/** Returns the path of a board; names of repositories need no escaping. */
export function boardPath(names: readonly string[]): string {
  return names.length === 0 ? '/board' : `/board?repos=${names.join(',')}`
}
