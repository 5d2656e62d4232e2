/** As many as stand beside each other. */
export const mostCompared = 4

/** The address that compares these repositories; their names need no escaping. */
export function comparePath(names: readonly string[]): string {
  return names.length === 0 ? '/compare' : `/compare?repos=${names.join(',')}`
}
