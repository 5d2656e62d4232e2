import { median, type Week } from '@repo/github'
import { type BarPlot, createBarPlot } from '@repo/ui/bar-plot'
import { createQuarterTicks, formatWeek } from './week-axis.ts'

/** The chart of commits per week. */
export type CommitChart = { plot: BarPlot; total: number; median: number }

/** Lays out the chart of a year. Call it on the server, so that no chart library reaches the browser. */
export function createCommitChart(weeks: readonly Week[]): CommitChart {
  const bars = weeks.map((week) => ({ label: formatWeek(week), value: week.commits }))
  return {
    plot: createBarPlot(bars, { ticks: createQuarterTicks(weeks), isLastPartial: true }),
    total: weeks.reduce((sum, week) => sum + week.commits, 0),
    // The current week is in progress: it would lower the median.
    median: median(weeks.slice(0, -1).map((week) => week.commits)) ?? 0,
  }
}
