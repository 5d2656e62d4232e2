import { type ListedRelease, median, type Week } from '@repo/github'
import { type BarPlot, createBarPlot } from '@repo/ui/bar-plot'
import { markReleases } from './release-marks.ts'
import { createQuarterTicks, labelWeeks } from './week-axis.ts'

/** The chart of commits per week. */
export type CommitChart = { plot: BarPlot; total: number; median: number }

/**
 * Lays out the chart of commits per week, with a tick every 13 weeks or so. Call it on the server, so
 * that no chart library reaches the browser.
 */
export function createCommitChart(
  weeks: readonly Week[],
  everyWeeks?: number,
  releases: readonly ListedRelease[] = [],
): CommitChart {
  const values = weeks.map(({ commits }) => commits)
  return {
    plot: createBarPlot(
      { values, labels: labelWeeks(weeks) },
      {
        ticks: createQuarterTicks(weeks, everyWeeks),
        events: markReleases(weeks, releases),
        isLastPartial: true,
      },
    ),
    total: values.reduce((sum, commits) => sum + commits, 0),
    // The current week is in progress: it would lower the median.
    median: median(values.slice(0, -1)) ?? 0,
  }
}
