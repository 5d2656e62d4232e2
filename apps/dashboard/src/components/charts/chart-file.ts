import type { ParsedUrlQuery } from 'node:querystring'
import type { GitHub, Repo, Snapshot, ToPanel } from '@repo/github'
import type { ChartShape } from '@repo/ui/chart-image'

/** A chart, as a page shows it, for a file. */
export type ChartFile = {
  /** The values in a few words: `1,428 commits in the past year`. */
  summary: string
  /** What the data lacks, or what the marks are. */
  note?: string | undefined
  /** Null without data, such as without any issue. */
  chart: ChartShape | null
  /** The text in place of a chart without values. */
  emptyText: string
}

/** What a chart is read with: the query has the range or the page of its page. */
export type ChartRequest = {
  github: GitHub
  panel: ToPanel
  owner: string
  name: string
  repo: Promise<Snapshot<Repo>>
  query: ParsedUrlQuery
}

/** Reads a chart from GitHub, or from what is stored. Throws a `GitHubError`. */
export type ReadChart = (request: ChartRequest) => Promise<Snapshot<ChartFile>>

/** Maps what was read to the chart of a file. */
export function toChartFile<T>(
  snapshot: Snapshot<T>,
  format: (data: T) => ChartFile,
): Snapshot<ChartFile> {
  return { ...snapshot, data: format(snapshot.data) }
}
