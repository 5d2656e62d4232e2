import type { StarWeek } from '@repo/github'
import { createLinePlot, type LinePlot } from '@repo/ui/line-plot'
import { type MarkedRelease, markReleases } from '#components/charts/release-marks.ts'
import { createQuarterTicks, labelWeeks } from '#components/charts/week-axis.ts'

/** The chart of stars at the end of each week, with the net gain of four weeks and of the year. */
export type StarChart = { plot: LinePlot; recent: number; total: number }

const RECENT_WEEKS = 4

/**
 * Lays out the chart of a year of stars. On the server, so that no chart code reaches the browser.
 * @param stars today's count, from which the weeks are counted back; null when it is unknown.
 */
export function starChart(
  weeks: readonly StarWeek[],
  stars: number | null,
  releases: readonly MarkedRelease[] = [],
): StarChart {
  const total = sumOf(weeks)
  let count = Math.max((stars ?? total) - total, 0)
  const values = weeks.map((week) => {
    count += week.stars
    return count
  })
  return {
    plot: createLinePlot(
      { values, labels: labelWeeks(weeks) },
      { ticks: createQuarterTicks(weeks), events: markReleases(weeks, releases) },
    ),
    recent: sumOf(weeks.slice(-RECENT_WEEKS)),
    total,
  }
}

function sumOf(weeks: readonly StarWeek[]): number {
  return weeks.reduce((sum, week) => sum + week.stars, 0)
}
