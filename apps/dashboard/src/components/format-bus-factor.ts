import type { BusFactor } from '@repo/github'

type BusFactorScope = {
  period: 'past year' | 'all time'
  /** Whether GitHub has more contributors than it returned. */
  hasMore: boolean
}

/** Describes a bus factor, which differs between periods, in a sentence without a period. */
export function formatBusFactor(
  { people, total }: BusFactor,
  { period, hasMore }: BusFactorScope,
): string {
  const commits = commitsOf(period, hasMore)
  if (total === 1) return `1 person made all of ${commits}, bots excluded`
  return `${people} of ${hasMore ? 'the top ' : ''}${total} people made half of ${commits}, bots excluded`
}

function commitsOf(period: BusFactorScope['period'], hasMore: boolean): string {
  if (period === 'past year') {
    return hasMore ? 'their commits in the past year' : 'the past year’s commits'
  }
  return hasMore ? 'their commits of all time' : 'the commits of all time'
}
