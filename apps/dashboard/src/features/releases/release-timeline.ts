import type { ListedRelease } from '@repo/github'
import { type BarPlot, createBarPlot } from '@repo/ui/bar-plot'

/** Releases by date and their downloads, small enough for a page's props. */
export type ReleaseTimeline = {
  /** Positions of stable releases, from 0 to 1000. */
  stable: number[]
  prereleases: number[]
  /** Tags above their positions, where they do not overlap. */
  tags: { at: number; text: string; anchor: TextAnchor }[]
  /** The days of the oldest and of the newest release. */
  from: string
  to: string
  /** Downloads of each release, oldest first; null if none has any. */
  downloads: BarPlot | null
  totalDownloads: number
}

type TextAnchor = 'start' | 'middle' | 'end'

type DatedRelease = Pick<ListedRelease, 'tag' | 'prerelease' | 'downloads'> & { time: number }

const WIDTH = 1000
// The width of a character and of a gap on a phone, where the timeline is about 280 pixels wide.
const WIDTH_OF_CHARACTER = 24
const MAX_TAG_LENGTH = 14

const day = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeZone: 'UTC' })

/** Lays out a page of releases; null for fewer than two with a date. On the server: it loads d3. */
export function createReleaseTimeline(releases: readonly ListedRelease[]): ReleaseTimeline | null {
  const dated = releases
    .flatMap(({ publishedAt, tag, prerelease, downloads }): DatedRelease[] =>
      publishedAt === null ? [] : [{ time: Date.parse(publishedAt), tag, prerelease, downloads }],
    )
    .toSorted((a, b) => a.time - b.time)
  const [oldest, newest] = [dated[0], dated.at(-1)]
  if (oldest === undefined || newest === undefined || dated.length < 2) return null

  const duration = newest.time - oldest.time || 1
  const positionOf = ({ time }: DatedRelease) =>
    Math.round(((time - oldest.time) / duration) * WIDTH)
  const total = dated.reduce((sum, { downloads }) => sum + (downloads ?? 0), 0)
  return {
    stable: dated.filter(({ prerelease }) => !prerelease).map(positionOf),
    prereleases: dated.filter(({ prerelease }) => prerelease).map(positionOf),
    tags: chooseTags(dated.map((release) => ({ at: positionOf(release), text: release.tag }))),
    from: day.format(oldest.time),
    to: day.format(newest.time),
    downloads: total === 0 ? null : createDownloadPlot(dated),
    totalDownloads: total,
  }
}

/** Chooses the newest tags, and older ones that do not overlap them. */
function chooseTags(tags: readonly { at: number; text: string }[]): ReleaseTimeline['tags'] {
  let free = Number.POSITIVE_INFINITY
  return tags
    .map((tag) => ({ ...tag, anchor: anchorAt(tag.at) }))
    .toReversed()
    .filter(({ at, text, anchor }) => {
      const width = (text.length + 2) * WIDTH_OF_CHARACTER
      const start = { start: at, middle: at - width / 2, end: at - width }[anchor]
      if (text.length > MAX_TAG_LENGTH || start + width > free) return false
      free = start
      return true
    })
    .toReversed()
}

/** The SVG `text-anchor` at a position: near an end, a tag begins or ends there. */
function anchorAt(at: number): TextAnchor {
  if (at < 100) return 'start'
  return at > 900 ? 'end' : 'middle'
}

function createDownloadPlot(releases: readonly DatedRelease[]): BarPlot {
  return createBarPlot({
    values: releases.map(({ downloads }) => downloads ?? 0),
    labels: releases.map(
      ({ tag, time, prerelease }) =>
        `${tag}, ${day.format(time)}${prerelease ? ', pre-release' : ''}`,
    ),
  })
}
