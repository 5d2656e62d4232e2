import type { Panel, UnavailablePanel } from '@repo/github'
import { type BarPlot, createBarPlot } from '@repo/ui/bar-plot'
import { isPartial } from '#components/panel/panel-data.ts'
import { shorten } from '#components/prose/shorten.ts'
import type { ReportLine } from '#components/report/report-line.tsx'
import { type OverviewAge, overviewAge } from '#features/overview/overview-age.ts'
import type { Overview } from '#features/overview/repo-overview.tsx'
import type { Missing, Read } from './read-compared.server.ts'

/** A chart of a column, or the state that stands for it. */
export type ComparedChart = { plot: BarPlot; total: number } | UnavailablePanel

/** A number, or one that GitHub knows to be exceeded; null is "unknown". */
export type Figure = number | { moreThan: number } | null

/** A column of the comparison. */
export type Column = {
  name: string
  description: string | null
  archived: boolean
  age: OverviewAge
  /** In one order for every column. */
  figures: Figure[]
  languages: string | null
  report: ReportLine[]
  commits: ComparedChart
  stars: ComparedChart
}

/** Works out the columns, with their charts on one scale; on the server. */
export function columnsFrom(reads: readonly Read[]): (Column | Missing)[] {
  const overviews = reads.flatMap((read) => ('overview' in read ? [read.overview] : []))
  const highest = {
    commits: highestOf(overviews.map(({ commits }) => valuesOf(commits, commitsOf))),
    stars: highestOf(overviews.map(({ stars }) => valuesOf(stars, starsOf))),
  }
  return reads.map((read) => ('overview' in read ? columnFrom(read.overview, highest) : read))
}

const mostOfDescription = 140

function columnFrom(overview: Overview, highest: { commits: number; stars: number }): Column {
  const { repo, openPulls, contributors, languages, report, commits, stars } = overview
  const both = repo.openIssuesAndPulls
  const pulls = 'data' in openPulls ? openPulls.data : null
  return {
    name: repo.fullName,
    description: repo.description && shorten(repo.description, mostOfDescription),
    archived: repo.archived,
    age: overviewAge(overview),
    figures: [
      repo.stars,
      repo.forks,
      repo.watchers,
      both === null || pulls === null ? null : Math.max(both - pulls, 0),
      pulls,
      contributorsIn(contributors),
    ],
    languages: 'data' in languages ? languagesIn(languages.data) : null,
    report,
    commits: chartOf(commits, commitsOf, highest.commits),
    stars: chartOf(stars, starsOf, highest.stars),
  }
}

function contributorsIn(contributors: Overview['contributors']): Figure {
  if (!('data' in contributors)) return null
  const { total } = contributors.data
  return isPartial(contributors) ? { moreThan: total } : total
}

const mostLanguages = 3

function languagesIn(languages: readonly { name: string; share: number }[]): string {
  const named = languages
    .slice(0, mostLanguages)
    .map(({ name, share }) => `${name} ${Math.round(share * 100)} %`)
  return named.join(', ') || 'none'
}

type Value = { label: string; value: number }
type Bar = Value & { since: string }
type Charted = { commits: Overview['commits']; stars: Overview['stars'] }
type Data<P> = P extends { data: infer D } ? D : never

function commitsOf({ plot }: Data<Charted['commits']>): Bar[] {
  return fourWeeks(plot.bars)
}

/** New stars, of those that were kept: how many there are in all would leave the small ones flat. */
function starsOf({ plot, total }: Data<Charted['stars']>): Bar[] {
  const before = (plot.points.at(-1)?.value ?? 0) - total
  return fourWeeks(
    plot.points.map(({ label, value }, index) => ({
      label,
      value: Math.max(value - (plot.points[index - 1]?.value ?? before), 0),
    })),
  )
}

const weeks = 4
const spans = ['', 'One week', 'Two weeks', 'Three weeks', 'Four weeks']

/**
 * Sums weeks by four, the last four together and what is left over as the first: a year in a narrow
 * column, and in a page's props.
 */
export function fourWeeks(values: readonly Value[]): Bar[] {
  const bars: Bar[] = []
  for (let end = values.length; end > 0; end -= weeks) {
    const summed = values.slice(Math.max(end - weeks, 0), end)
    const since = (summed[0]?.label ?? '').replace(/^Week of /, '')
    bars.unshift({
      label: `${spans[summed.length]} from ${since}`,
      value: summed.reduce((sum, { value }) => sum + value, 0),
      since,
    })
  }
  return bars
}

function valuesOf<T>(panel: Panel<T>, bars: (data: T) => Bar[]): number[] {
  return 'data' in panel ? bars(panel.data).map(({ value }) => value) : []
}

function highestOf(values: readonly number[][]): number {
  return Math.max(0, ...values.flat())
}

function chartOf<T extends { total: number }>(
  panel: Panel<T>,
  barsOf: (data: T) => Bar[],
  maxValue: number,
): ComparedChart {
  if (!('data' in panel)) return panel
  const bars = barsOf(panel.data)
  const ticks = bars.flatMap(({ since }, index) => {
    if (index === 0) return [{ index, text: since }]
    return index === bars.length - 1 ? [{ index, text: 'now' }] : []
  })
  return {
    plot: createBarPlot(bars, { maxValue, width: 320, height: 120, isLastPartial: true, ticks }),
    total: panel.data.total,
  }
}
