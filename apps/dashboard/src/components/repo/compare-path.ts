/** The maximum number of repositories in a comparison. */
export const MAX_COMPARED = 4

/** Returns the path of a comparison; names of repositories need no escaping. */
export function comparePath(names: readonly string[], isPersonal = false): string {
  const path = isPersonal ? '/me/compare' : '/compare'
  return names.length === 0 ? path : `${path}?repos=${names.join(',')}`
}
