/** The figures of a column, in the order in which they stand. */
export const figureNames = [
  'Stars',
  'Forks',
  'Watchers',
  'Open issues',
  'Open pull requests',
  'Contributors',
]

/** The lines of a report card, in the order in which they stand. */
export const reportNames = ['Checks', 'Last push', 'Releases', 'License', 'Work', 'Community files']
