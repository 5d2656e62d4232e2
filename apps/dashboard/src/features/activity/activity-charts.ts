import type { CodeWeek, ListedRelease, Participation, Week } from '@repo/github'
import { type BarPlot, createBarPlot } from '@repo/ui/bar-plot'
import { createHeatmapPlot, type HeatmapPlot } from '@repo/ui/heatmap-plot'
import { createMirrorPlot, type MirrorPlot } from '@repo/ui/mirror-plot'
import { type CommitChart, createCommitChart } from '#components/charts/commit-chart.ts'
import { createQuarterTicks, labelDays, labelWeeks } from '#components/charts/week-axis.ts'
import { createYearTicks, labelMonths, monthOf } from '#components/charts/year-axis.ts'
import { type Range, ranges } from './range.ts'

/** The charts of commits by week, day and weekday; null when there is no busiest day. */
export type CommitCharts = {
  weeks: CommitChart
  days: HeatmapPlot
  weekdays: BarPlot
  busiest: string | null
}

/** The chart of additions and deletions, per week or per month. */
export type CodeChart = { plot: MirrorPlot; added: number; removed: number }

/** Commits of a range: all, and the owner's. */
export type CommitTotals = { all: number; owner: number }

const WEEKS_PER_YEAR = 52

// GitHub's weeks begin on Sunday, the chart on Monday.
const weekdays = [
  { name: 'Monday', day: 1 },
  { name: 'Tuesday', day: 2 },
  { name: 'Wednesday', day: 3 },
  { name: 'Thursday', day: 4 },
  { name: 'Friday', day: 5 },
  { name: 'Saturday', day: 6 },
  { name: 'Sunday', day: 0 },
] as const

/** Lays out the charts of commits. On the server, so that no chart code reaches the browser. */
export function commitCharts(
  allWeeks: readonly Week[],
  range: Range,
  releases?: readonly ListedRelease[],
): CommitCharts {
  const weeks = latest(allWeeks, range)
  const everyWeeks = tickInterval(range)
  const days = weekdays.map(({ name, day }) => ({
    name,
    commits: weeks.reduce((sum, { days }) => sum + (days[day] ?? 0), 0),
  }))
  const busiest = days.toSorted((a, b) => b.commits - a.commits)[0]
  const weeksWithDays = weeks.filter(({ days }) => days.length > 0)
  return {
    weeks: createCommitChart(weeks, everyWeeks, releases),
    days: createHeatmapPlot(
      { values: weeksWithDays.flatMap(({ days }) => days), labels: labelDays(weeksWithDays) },
      {
        rowLabels: ['', 'Mon', '', 'Wed', '', 'Fri', ''],
        ticks: createQuarterTicks(weeksWithDays, everyWeeks),
      },
    ),
    weekdays: createBarPlot(
      { values: days.map(({ commits }) => commits), labels: days.map(({ name }) => name) },
      { ticks: days.map(({ name }, index) => ({ index, text: name.slice(0, 3) })) },
    ),
    busiest: busiest && busiest.commits > 0 ? busiest.name : null,
  }
}

/**
 * Lays out the chart of changed lines, by month for the whole history; null when GitHub has no line
 * counts. On the server.
 */
export function codeChart(allWeeks: readonly CodeWeek[] | null, range: Range): CodeChart | null {
  if (allWeeks === null) return null
  const weeks = range === 'all' ? allWeeks : latest(allWeeks, range)
  const { added, removed, labels, ticks } =
    range === 'all' ? byMonth(weeks) : byWeek(weeks, tickInterval(range))
  return {
    plot: createMirrorPlot(
      { above: added, below: removed, labels },
      { ticks, isLastPartial: true },
    ),
    added: sum(added),
    removed: sum(removed),
  }
}

/** Sums the latest weeks of participation. */
export function sumParticipation({ all, owner }: Participation, range: Range): CommitTotals {
  return { all: sum(latest(all, range)), owner: sum(latest(owner, range)) }
}

function latest<Item>(items: readonly Item[], range: Range): readonly Item[] {
  return items.slice(-(ranges[range].weeks ?? WEEKS_PER_YEAR))
}

function tickInterval(range: Range): number {
  return range === '3m' ? 4 : 13
}

function byWeek(weeks: readonly CodeWeek[], everyWeeks: number) {
  return {
    added: weeks.map(({ added }) => added),
    removed: weeks.map(({ removed }) => removed),
    labels: labelWeeks(weeks),
    ticks: createQuarterTicks(weeks, everyWeeks),
  }
}

function byMonth(weeks: readonly CodeWeek[]) {
  const [first, last] = [weeks[0], weeks.at(-1)]
  const start = first ? monthOf(first.beginsAt) : 0
  const count = last ? monthOf(last.beginsAt) - start + 1 : 0
  const added = Array<number>(count).fill(0)
  const removed = Array<number>(count).fill(0)
  for (const week of weeks) {
    const index = monthOf(week.beginsAt) - start
    added[index] = (added[index] ?? 0) + week.added
    removed[index] = (removed[index] ?? 0) + week.removed
  }
  return { added, removed, labels: labelMonths(start, count), ticks: createYearTicks(start, count) }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
