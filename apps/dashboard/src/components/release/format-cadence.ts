import type { Cadence } from '@repo/github'

/** How often something is released, in words. */
export function formatCadence({ medianDays }: Cadence): string {
  const days = Math.round(medianDays)
  if (days < 1) return 'more than one a day'
  return days === 1 ? 'one a day' : `one every ${days} days`
}
