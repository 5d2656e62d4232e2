import { median } from './median.ts'

/** How often something is released: the median of the days between `n` + 1 releases. */
export type Cadence = { medianDays: number; sampleSize: number }

const DAY_MS = 86_400_000

/** The cadence of releases, pre-releases left out; null where there are not two. */
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
