/** The subjects of the lines of a report card, in order. */
export const reportSubjects = [
  'Checks',
  'Last push',
  'Releases',
  'License',
  'Bus factor',
  'Community files',
]
