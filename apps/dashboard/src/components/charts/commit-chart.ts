import { median, type Week } from '@repo/github'
import { type BarPlot, createBarPlot } from '@repo/ui/bar-plot'
import { quarterTicks, weekLabel } from './week-axis.ts'

/** The chart of commits per week. */
export type CommitChart = { plot: BarPlot; total: number; median: number }

/** Lays out the chart of a year of weeks. On the server, so that no chart code reaches the browser. */
export function commitChart(weeks: readonly Week[]): CommitChart {
  const bars = weeks.map((week) => ({ label: weekLabel(week), value: week.commits }))
  return {
    plot: createBarPlot(bars, { ticks: quarterTicks(weeks), isLastPartial: true }),
    total: weeks.reduce((sum, week) => sum + week.commits, 0),
    // The current week is in progress: it would lower the median.
    median: median(weeks.slice(0, -1).map((week) => week.commits)) ?? 0,
  }
}
