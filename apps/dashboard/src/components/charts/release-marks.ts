import type { ListedRelease } from '@repo/github'

/** A release, as far as a chart marks it. */
export type MarkedRelease = Pick<ListedRelease, 'tag' | 'publishedAt' | 'prerelease'>

type Mark = { index: number; text: string }

const WEEK_MS = 604_800_000

/** Marks the periods, weeks by default, in which releases were published, without pre-releases. */
export function markReleases(
  periods: readonly { beginsAt: string }[],
  releases: readonly MarkedRelease[],
  periodMs = WEEK_MS,
): Mark[] {
  const starts = periods.map(({ beginsAt }) => Date.parse(beginsAt))
  return releases.flatMap(({ tag, publishedAt, prerelease }) => {
    if (publishedAt === null || prerelease) return []
    const published = Date.parse(publishedAt)
    const index = starts.findLastIndex(
      (start) => start <= published && published < start + periodMs,
    )
    return index === -1 ? [] : [{ index, text: `Released ${tag}` }]
  })
}
