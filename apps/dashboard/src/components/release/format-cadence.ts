import type { Cadence } from '@repo/github'

/** Formats how often the project releases. */
export function formatCadence({ medianDays }: Cadence): string {
  const days = Math.round(medianDays)
  if (days < 1) return 'More than once a day'
  return days === 1 ? 'Every day' : `Every ${days} days`
}
