import type { BusFactor } from '@repo/github'

/**
 * Describes the bus factor in a sentence.
 * @param hasMore Whether GitHub has more contributors than it returned.
 */
export function describeBusFactor({ people, total }: BusFactor, hasMore: boolean): string {
  if (total === 1 && !hasMore) return 'Bus factor 1: one person made all commits, bots excluded.'
  const [sample, commits] = hasMore ? [`the top ${total}`, 'their'] : [`${total}`, 'the']
  return `Bus factor ${people}: ${people} of ${sample} people made half of ${commits} commits, bots excluded.`
}
