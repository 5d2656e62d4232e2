const units = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const satisfies readonly (readonly [Intl.RelativeTimeFormatUnit, number])[]

/** Formats of one language: one that counts, and one that has a word for now. */
export type AgeFormats = Record<'counted' | 'inWords', Pick<Intl.RelativeTimeFormat, 'format'>>

/**
 * How long ago a moment was, in the largest unit that is full: `12 min. ago`. One that seems to be to
 * come is now: the visitor's clock is slow.
 */
export function ageText(moment: Date, now: number, { counted, inWords }: AgeFormats): string {
  const seconds = Math.min(0, Math.round((moment.getTime() - now) / 1000))
  const [unit, length] = units.find(([, size]) => -seconds >= size) ?? ['second', 1]
  const count = Math.trunc(seconds / length)
  // In words a day would be yesterday, which 47 hours are not.
  return (count === 0 ? inWords : counted).format(count, unit)
}
