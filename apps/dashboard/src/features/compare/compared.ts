import { derive, type Panel, type UnavailablePanel } from '@repo/github'
import { type BarPlot, createBarPlot, labelAt, type Series } from '@repo/ui/bar-plot'
import { isPartial } from '#components/panel/panel-data.ts'
import { shorten } from '#components/prose/shorten.ts'
import type { ReportLine } from '#components/report/report-line.tsx'
import { type OverviewAge, overviewAge } from '#features/overview/overview-age.ts'
import type { RepoDetails } from '#features/overview/repo-overview.tsx'
import { isSameName } from './compare-request.ts'
import type { ComparedRepo, CompareResult, UnreadRepo } from './read-compared.server.ts'

/** A chart, or why there is none. */
export type ComparedChart = { plot: BarPlot; total: number } | UnavailablePanel

/** A number, a lower bound of it, or a feature that is turned off; null is "unknown". */
export type Figure = number | { moreThan: number } | 'disabled' | null

/** The figures of a repository. */
export type Figures = {
  stars: Figure
  forks: Figure
  watchers: Figure
  openIssues: Figure
  openPulls: Figure
  contributors: Figure
}

/** A repository's column in the comparison. */
export type Column = {
  name: string
  /** Former names under which it was requested. */
  formerNames: string[]
  /** The same name again in the URL, in any letter case. */
  repeatedNames: string[]
  description: string | null
  isArchived: boolean
  age: OverviewAge
  figures: Figures
  languages: string | null
  report: ReportLine[]
  commits: ComparedChart
  stars: ComparedChart
}

/** Creates the columns, with their charts on one scale. On the server, so that no chart code reaches the browser. */
export function createColumns(
  results: readonly CompareResult[],
  repeated: readonly string[] = [],
): (Column | UnreadRepo)[] {
  const overviews = results.flatMap((result) => ('overview' in result ? [result.overview] : []))
  const maxValues = {
    commits: maxOf(overviews.map(({ commits }) => valuesOf(commits, commitsOf))),
    stars: maxOf(overviews.map(({ stars }) => valuesOf(stars, starsOf))),
  }
  return results.map((result) => {
    if (!('overview' in result)) return result
    const names = [result.name, ...result.formerNames]
    const repeatedNames = repeated.filter((name) => names.some((other) => isSameName(name, other)))
    return { ...createColumn(result, maxValues), repeatedNames }
  })
}

const MAX_DESCRIPTION_LENGTH = 140

function createColumn(
  { overview, formerNames }: ComparedRepo,
  maxValues: { commits: number; stars: number },
): Omit<Column, 'repeatedNames'> {
  const { repo, openPulls, contributors, languages, report, commits, stars } = overview
  const issuesAndPulls = repo.openIssuesAndPulls
  const pulls = 'data' in openPulls ? openPulls.data : null
  return {
    name: repo.fullName,
    formerNames,
    description: repo.description && shorten(repo.description, MAX_DESCRIPTION_LENGTH),
    isArchived: repo.archived,
    age: overviewAge(overview),
    figures: {
      stars: repo.stars,
      forks: repo.forks,
      watchers: repo.watchers,
      openIssues: repo.issuesDisabled ? 'disabled' : openIssueFigure(issuesAndPulls, pulls),
      openPulls: pulls,
      contributors: contributorFigure(contributors),
    },
    languages: 'data' in languages ? formatLanguages(languages.data) : null,
    report,
    commits: chartOf(commits, commitsOf, maxValues.commits),
    stars: chartOf(stars, starsOf, maxValues.stars),
  }
}

function openIssueFigure(issuesAndPulls: number | null, pulls: number | null): Figure {
  return issuesAndPulls === null || pulls === null ? null : Math.max(issuesAndPulls - pulls, 0)
}

function contributorFigure(contributors: RepoDetails['contributors']): Figure {
  if (!('data' in contributors)) return null
  const { total } = contributors.data
  return isPartial(contributors) ? { moreThan: total } : total
}

const MAX_LANGUAGES = 3

function formatLanguages(languages: readonly { name: string; share: number }[]): string {
  const shares = languages
    .slice(0, MAX_LANGUAGES)
    .map(({ name, share }) => `${name} ${Math.round(share * 100)}%`)
  return shares.join(', ') || 'none'
}

/** The sum of up to four weeks. */
type Bar = { label: string; value: number; since: string }
type Data<P> = P extends { data: infer D } ? D : never

function commitsOf({ plot }: Data<RepoDetails['commits']>): Bar[] {
  return sumByFourWeeks(plot)
}

/** Net new stars: totals on one scale would leave the charts of small repositories flat. */
function starsOf({ plot: { values, labels }, total }: Data<RepoDetails['stars']>): Bar[] {
  const before = (values.at(-1) ?? 0) - total
  const gains = values.map((value, index) => Math.max(value - (values[index - 1] ?? before), 0))
  return sumByFourWeeks({ values: gains, labels })
}

const WEEKS_PER_BAR = 4
const spans = ['', 'One week', 'Two weeks', 'Three weeks', 'Four weeks']

/**
 * Sums weeks by four from the end, so that the first bar may have fewer: a year fits into a narrow
 * column and into the page's props.
 */
export function sumByFourWeeks({ values, labels }: Series): Bar[] {
  const bars: Bar[] = []
  for (let end = values.length; end > 0; end -= WEEKS_PER_BAR) {
    const start = Math.max(end - WEEKS_PER_BAR, 0)
    const since = labelAt(labels, start).replace(/^Week of /, '')
    bars.unshift({
      label: `${spans[end - start]} from ${since}`,
      value: values.slice(start, end).reduce((sum, value) => sum + value, 0),
      since,
    })
  }
  return bars
}

function valuesOf<T>(panel: Panel<T>, bars: (data: T) => Bar[]): number[] {
  return 'data' in panel ? derive(panel.data, bars).map(({ value }) => value) : []
}

function maxOf(values: readonly number[][]): number {
  return Math.max(0, ...values.flat())
}

function chartOf<T extends { total: number }>(
  panel: Panel<T>,
  barsOf: (data: T) => Bar[],
  maxValue: number,
): ComparedChart {
  if (!('data' in panel)) return panel
  const bars = derive(panel.data, barsOf)
  const ticks = bars.flatMap(({ since }, index) => {
    if (index === 0) return [{ index, text: since }]
    return index === bars.length - 1 ? [{ index, text: 'now' }] : []
  })
  return {
    plot: createBarPlot(
      { values: bars.map(({ value }) => value), labels: bars.map(({ label }) => label) },
      { maxValue, width: 320, height: 120, isLastPartial: true, ticks },
    ),
    total: panel.data.total,
  }
}
