import type { Checks } from '@repo/github'

/** The words for the state of the checks, everywhere but in the sentences of a report card. */
export const ciStateNames = {
  passing: 'passing',
  failing: 'failing',
  pending: 'running',
  unknown: 'unknown',
  none: 'no checks',
} as const satisfies Record<Checks['state'], string>
