import type { Week } from '@repo/github'
import { type BarPlot, barPlot } from '@repo/ui/bar-plot'

/** Commits per week, worked out for drawing. */
export type CommitChart = { plot: BarPlot; total: number; median: number }

const dayAndMonth = new Intl.DateTimeFormat('en', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
})
const month = new Intl.DateTimeFormat('en', { month: 'short', timeZone: 'UTC' })

/** Works out the chart of a year of weeks; on the server, so that no chart code reaches the browser. */
export function commitChart(weeks: readonly Week[]): CommitChart {
  const bars = weeks.map(({ beginsAt, commits }) => ({
    label: `Week of ${dayAndMonth.format(new Date(beginsAt))}`,
    value: commits,
  }))
  return {
    plot: barPlot(bars, { ticks: quarterTicks(weeks), lastIsPartial: true }),
    total: weeks.reduce((sum, week) => sum + week.commits, 0),
    // The last week is not over: it would pull the median down.
    median: median(weeks.slice(0, -1).map((week) => week.commits)),
  }
}

function quarterTicks(weeks: readonly Week[]) {
  return weeks.flatMap(({ beginsAt }, index) => {
    if (index === weeks.length - 1) return [{ index, text: 'now' }]
    // Close to the end, a month's name would stand on "now".
    return index % 13 === 0 && index < weeks.length - 4
      ? [{ index, text: month.format(new Date(beginsAt)) }]
      : []
  })
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  const [low = 0, high = low] = sorted.slice(Math.ceil(middle) - 1, Math.floor(middle) + 1)
  return (low + high) / 2
}
