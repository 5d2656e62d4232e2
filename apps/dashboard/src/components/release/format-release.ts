import type { Cadence, Release } from '@repo/github'

/** Formats a release as its name, with its tag unless the name contains it. */
export function formatReleaseTitle({ tag, name }: Pick<Release, 'tag' | 'name'>): string {
  if (name === null) return tag
  return name.includes(tag) ? name : `${tag} · ${name}`
}

/** Formats how often the project releases. */
export function formatCadence({ medianDays }: Cadence): string {
  const days = Math.round(medianDays)
  if (days < 1) return 'More than once a day'
  return days === 1 ? 'Every day' : `Every ${days} days`
}
