import type { FullStarHistory, StarWeek } from '@repo/github'
import { createLinePlot, type LinePlot } from '@repo/ui/line-plot'
import { type MarkedRelease, markReleases } from '#components/charts/release-marks.ts'
import { createQuarterTicks, labelWeeks } from '#components/charts/week-axis.ts'
import { createYearTicks, labelMonths, monthOf } from '#components/charts/year-axis.ts'

/** The chart of stars since a repository exists, and how it was read. */
export type FullStarChart = {
  plot: LinePlot
  total: number
  requests: number
  /** Whether weeks between those that were read are estimated. */
  isEstimated: boolean
}

const WEEK_MS = 604_800_000
const MONTH_MS = 31 * 86_400_000
// More would be narrower than a pixel on a phone.
const MAX_WEEKS = 104

/**
 * Lays out the chart of all stars, per week for two years, otherwise per month. On the server.
 * @param stars today's count; null when it is unknown.
 */
export function fullStarChart(
  { weeks, requests, isSampled }: FullStarHistory,
  stars: number | null,
  releases: readonly MarkedRelease[] = [],
): FullStarChart {
  const known = weeks.reduce((sum, week) => sum + week.stars, 0)
  const total = Math.max(stars ?? known, known)
  const filled = fillGaps(weeks, total - known)
  let count = total - filled.reduce((sum, week) => sum + week.stars, 0)
  const points = filled.map((week) => {
    count += week.stars
    return { beginsAt: week.beginsAt, stars: Math.round(count) }
  })
  const { values, ...axis } = points.length > MAX_WEEKS ? byMonth(points) : byWeek(points)
  return {
    plot: createLinePlot(
      { values, labels: axis.labels },
      {
        ticks: axis.ticks,
        events: markReleases(axis.periods, releases, axis.periodMs),
        maxValue: Math.max(0, ...values),
        height: 240,
      },
    ),
    total,
    requests,
    isEstimated: isSampled || filled.length > weeks.length,
  }
}

/** Fills missing weeks with the mean of the known weeks beside them, scaled to the missing stars. */
function fillGaps(weeks: readonly StarWeek[], missing: number): StarWeek[] {
  const estimates = weeks.map((week, index) => {
    const previous = weeks[index - 1]
    const start = previous ? Date.parse(previous.beginsAt) + WEEK_MS : Date.parse(week.beginsAt)
    const count = Math.round((Date.parse(week.beginsAt) - start) / WEEK_MS)
    return { start, count, rate: count > 0 ? meanAt(weeks, index) || 1 : 0 }
  })
  const estimated = estimates.reduce((sum, { count, rate }) => sum + count * rate, 0)
  const scale = estimated > 0 ? missing / estimated : 0
  return weeks.flatMap((week, index) => {
    const { start = 0, count = 0, rate = 0 } = estimates[index] ?? {}
    const gap = Array.from({ length: count }, (_, step) => ({
      beginsAt: new Date(start + step * WEEK_MS).toISOString(),
      stars: rate * scale,
    }))
    return [...gap, week]
  })
}

const NEIGHBORS = 15

/** The mean of the weeks on both sides of a gap. */
function meanAt(weeks: readonly StarWeek[], index: number): number {
  const near = weeks.slice(Math.max(index - NEIGHBORS, 0), index + NEIGHBORS)
  return near.reduce((sum, { stars }) => sum + stars, 0) / near.length
}

function byWeek(points: readonly StarWeek[]) {
  return {
    values: points.map(({ stars }) => stars),
    labels: labelWeeks(points),
    ticks: createQuarterTicks(points),
    periods: points,
    periodMs: WEEK_MS,
  }
}

function byMonth(points: readonly StarWeek[]) {
  const lasts = points.filter((point, index) => {
    const next = points[index + 1]
    return next === undefined || monthOf(next.beginsAt) !== monthOf(point.beginsAt)
  })
  const start = monthOf(lasts[0]?.beginsAt ?? '')
  return {
    values: lasts.map(({ stars }) => stars),
    labels: labelMonths(start, lasts.length),
    ticks: createYearTicks(start, lasts.length),
    periods: lasts.map(({ beginsAt }) => ({ beginsAt: `${beginsAt.slice(0, 7)}-01T00:00:00Z` })),
    periodMs: MONTH_MS,
  }
}
