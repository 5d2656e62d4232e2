/** The subjects of the lines of a report card, in order. */
export const reportSubjects = [
  'Maintenance',
  'Releases',
  'Response',
  'CI',
  'License',
  'People',
  'Security',
  'Community files',
] as const
