import type { Panel, UnreadyPanel } from '@repo/github'
import { type BarPlot, barPlot } from '@repo/ui/bar-plot'
import type { Overview } from '#features/repo/repo-overview.tsx'
import type { ReportLine } from '#features/repo/report-card.ts'
import { shorten } from '#features/text/shorten.ts'
import type { Missing, Read } from './read-compared.ts'

/** A chart of a column, or the state that stands for it. */
export type ComparedChart = { plot: BarPlot; total: number } | { state: UnreadyPanel['state'] }

/** A column of the comparison. */
export type Column = {
  name: string
  description: string | null
  archived: boolean
  /** In one order for every column; null is "unknown". */
  figures: (number | null)[]
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
    figures: [
      repo.stars,
      repo.forks,
      repo.watchers,
      both === null || pulls === null ? null : Math.max(both - pulls, 0),
      pulls,
      'data' in contributors ? contributors.data.total : null,
    ],
    languages: 'data' in languages ? languagesIn(languages.data) : null,
    report,
    commits: chartOf(commits, commitsOf, highest.commits),
    stars: chartOf(stars, starsOf, highest.stars),
  }
}

const mostLanguages = 3

function languagesIn(languages: readonly { name: string; share: number }[]): string {
  const named = languages
    .slice(0, mostLanguages)
    .map(({ name, share }) => `${name} ${Math.round(share * 100)} %`)
  return named.join(', ') || 'none'
}

type Value = { label: string; value: number }
type Charted = { commits: Overview['commits']; stars: Overview['stars'] }
type Data<P> = P extends { data: infer D } ? D : never

function commitsOf({ plot }: Data<Charted['commits']>): Value[] {
  return fourWeeks(plot.bars)
}

/** New stars, of those that were kept: how many there are in all would leave the small ones flat. */
function starsOf({ plot, total }: Data<Charted['stars']>): Value[] {
  const before = (plot.points.at(-1)?.value ?? 0) - total
  return fourWeeks(
    plot.points.map(({ label, value }, index) => ({
      label,
      value: Math.max(value - (plot.points[index - 1]?.value ?? before), 0),
    })),
  )
}

const weeks = 4

/** Sums weeks by four, the last four together: a year in a narrow column, and in a page's props. */
export function fourWeeks(values: readonly Value[]): Value[] {
  const first = values.length % weeks
  const starts = Array.from({ length: Math.floor(values.length / weeks) }, (_, index) => {
    return first + index * weeks
  })
  return starts.map((start) => ({
    label: (values[start]?.label ?? '').replace(/^Week of/, 'Four weeks from'),
    value: values.slice(start, start + weeks).reduce((sum, { value }) => sum + value, 0),
  }))
}

function valuesOf<T>(panel: Panel<T>, values: (data: T) => Value[]): number[] {
  return 'data' in panel ? values(panel.data).map(({ value }) => value) : []
}

function highestOf(values: readonly number[][]): number {
  return Math.max(0, ...values.flat())
}

function chartOf<T extends { total: number }>(
  panel: Panel<T>,
  values: (data: T) => Value[],
  highest: number,
): ComparedChart {
  if (!('data' in panel)) return { state: panel.state }
  const bars = values(panel.data)
  const ticks = [
    { index: 0, text: 'a year ago' },
    { index: bars.length - 1, text: 'now' },
  ]
  return {
    plot: barPlot(bars, {
      highest,
      width: 320,
      height: 120,
      lastIsPartial: true,
      ...(bars.length > 1 && { ticks }),
    }),
    total: panel.data.total,
  }
}
