/** The figures of a column, in the order in which they stand. */
export const figureNames = [
  'Stars',
  'Forks',
  'Watchers',
  'Open issues and pull requests',
  'Open pull requests',
  'Contributors',
]
