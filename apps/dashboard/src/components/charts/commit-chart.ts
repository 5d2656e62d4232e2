import { median, type Week } from '@repo/github'
import { type BarPlot, createBarPlot } from '@repo/ui/bar-plot'
import { quarterTicks, weekLabel } from './week-axis.ts'

/** Commits per week, worked out for drawing. */
export type CommitChart = { plot: BarPlot; total: number; median: number }

/** Works out the chart of a year of weeks; on the server, so that no chart code reaches the browser. */
export function commitChart(weeks: readonly Week[]): CommitChart {
  const bars = weeks.map((week) => ({ label: weekLabel(week), value: week.commits }))
  return {
    plot: createBarPlot(bars, { ticks: quarterTicks(weeks), isLastPartial: true }),
    total: weeks.reduce((sum, week) => sum + week.commits, 0),
    // The last week is not over: it would pull the median down.
    median: median(weeks.slice(0, -1).map((week) => week.commits)) ?? 0,
  }
}
