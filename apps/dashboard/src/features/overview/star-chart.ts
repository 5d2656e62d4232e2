import type { StarWeek } from '@repo/github'
import { createLinePlot, type LinePlot } from '@repo/ui/line-plot'
import { quarterTicks, weekLabel } from '#components/charts/week-axis.ts'

/** Retained stars at the end of each week, worked out for drawing, and those of the last four weeks. */
export type StarChart = { plot: LinePlot; recent: number; total: number }

const recentWeeks = 4

/**
 * Works out the chart of a year of stars; on the server.
 * @param stars of today, from which the weeks lead back; null where GitHub does not tell.
 */
export function starChart(weeks: readonly StarWeek[], stars: number | null): StarChart {
  const total = sumOf(weeks)
  let reached = Math.max((stars ?? total) - total, 0)
  const points = weeks.map((week) => {
    reached += week.stars
    return { label: weekLabel(week), value: reached }
  })
  return {
    plot: createLinePlot(points, { ticks: quarterTicks(weeks) }),
    recent: sumOf(weeks.slice(-recentWeeks)),
    total,
  }
}

function sumOf(weeks: readonly StarWeek[]): number {
  return weeks.reduce((sum, week) => sum + week.stars, 0)
}
