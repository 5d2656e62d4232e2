/** Returns the middle value, or the mean of the two middle values; null for an empty list. */
export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  const [low, high = low] = sorted.slice(Math.ceil(middle) - 1, Math.floor(middle) + 1)
  return low === undefined || high === undefined ? null : (low + high) / 2
}

/** The smallest number of `people`, out of `total`, who made at least half of the commits. */
export type BusFactor = { people: number; total: number }

/**
 * Computes the bus factor, which CHAOSS calls the contributor absence factor
 * (https://chaoss.community/kb/metric-contributor-absence-factor/); null without commits.
 * Bots are left out: the project does not lose a person with them.
 */
export function busFactor(
  contributors: readonly { isBot: boolean; commits: number | null }[],
): BusFactor | null {
  const counts = contributors
    .flatMap(({ isBot, commits }) => (isBot || !commits ? [] : commits))
    .toSorted((a, b) => b - a)
  const half = counts.reduce((sum, count) => sum + count, 0) / 2
  let [people, covered] = [0, 0]
  for (const count of counts) {
    if (covered >= half) break
    people++
    covered += count
  }
  return people === 0 ? null : { people, total: counts.length }
}

/** The median number of days between releases; `sampleSize` is the number of intervals. */
export type Cadence = { medianDays: number; sampleSize: number }

const DAY_MS = 86_400_000

/** Computes the release cadence without pre-releases; null with fewer than two releases. */
export function releaseCadence(
  releases: readonly { publishedAt: string | null; prerelease: boolean }[],
): Cadence | null {
  const times = releases
    .flatMap(({ publishedAt, prerelease }) =>
      publishedAt === null || prerelease ? [] : Date.parse(publishedAt),
    )
    .toSorted((a, b) => a - b)
  const days = times.slice(1).map((time, index) => (time - (times[index] ?? time)) / DAY_MS)
  const medianDays = median(days)
  return medianDays === null ? null : { medianDays, sampleSize: days.length }
}
