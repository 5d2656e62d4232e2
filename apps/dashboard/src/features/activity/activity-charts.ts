import type { CodeWeek, Participation, Week } from '@repo/github'
import { type BarPlot, createBarPlot } from '@repo/ui/bar-plot'
import { type CommitChart, createCommitChart } from '#components/charts/commit-chart.ts'
import { createQuarterTicks, labelWeeks } from '#components/charts/week-axis.ts'

/** The charts of commits by week and by weekday; null when there is no busiest day. */
export type CommitCharts = { weeks: CommitChart; weekdays: BarPlot; busiest: string | null }

/** The charts of additions and deletions per week, on one scale. */
export type CodeCharts = { added: CodeChart; removed: CodeChart }
type CodeChart = { plot: BarPlot; total: number }

/** Commits of the past year: all, and the owner's. */
export type CommitTotals = { all: number; owner: number }

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

/** Lays out the charts of a year of commits. On the server, so that no chart code reaches the browser. */
export function commitCharts(weeks: readonly Week[]): CommitCharts {
  const days = weekdays.map(({ name, day }) => ({
    name,
    commits: weeks.reduce((sum, { days }) => sum + (days[day] ?? 0), 0),
  }))
  const busiest = days.toSorted((a, b) => b.commits - a.commits)[0]
  return {
    weeks: createCommitChart(weeks),
    weekdays: createBarPlot(
      { values: days.map(({ commits }) => commits), labels: days.map(({ name }) => name) },
      { ticks: days.map(({ name }, index) => ({ index, text: name.slice(0, 3) })) },
    ),
    busiest: busiest && busiest.commits > 0 ? busiest.name : null,
  }
}

/** Lays out the charts of a year of lines; null when GitHub has no line counts. On the server. */
export function codeCharts(weeks: readonly CodeWeek[] | null): CodeCharts | null {
  if (weeks === null) return null
  const maxValue = Math.max(0, ...weeks.flatMap(({ added, removed }) => [added, removed]))
  const chartOf = (key: 'added' | 'removed'): CodeChart => {
    const values = weeks.map((week) => week[key])
    const ticks = createQuarterTicks(weeks)
    return {
      plot: createBarPlot(
        { values, labels: labelWeeks(weeks) },
        { ticks, maxValue, isLastPartial: true, height: 110 },
      ),
      total: values.reduce((sum, lines) => sum + lines, 0),
    }
  }
  return { added: chartOf('added'), removed: chartOf('removed') }
}

/** Sums a year of participation. */
export function sumParticipation({ all, owner }: Participation): CommitTotals {
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0)
  return { all: sum(all), owner: sum(owner) }
}
