import type { CodeWeek, Participation, Week } from '@repo/github'
import { type BarPlot, createBarPlot } from '@repo/ui/bar-plot'
import { type CommitChart, commitChart } from '#components/charts/commit-chart.ts'
import { quarterTicks, weekLabel } from '#components/charts/week-axis.ts'

/** Commits per week and per day of the week, worked out for drawing. */
export type CommitCharts = { weeks: CommitChart; weekdays: BarPlot; busiest: string | null }

/** Lines added and removed per week, on one scale. */
export type CodeCharts = { added: Lines; removed: Lines }
type Lines = { plot: BarPlot; total: number }

/** Commits of the last year: of everybody, and of the owner. */
export type Share = { all: number; owner: number }

// GitHub's week begins on a Sunday, a reader's on a Monday.
const weekdays = [
  { name: 'Monday', day: 1 },
  { name: 'Tuesday', day: 2 },
  { name: 'Wednesday', day: 3 },
  { name: 'Thursday', day: 4 },
  { name: 'Friday', day: 5 },
  { name: 'Saturday', day: 6 },
  { name: 'Sunday', day: 0 },
] as const

/** Works out the charts of a year of commits. On the server. */
export function commitCharts(weeks: readonly Week[]): CommitCharts {
  const bars = weekdays.map(({ name, day }) => ({
    label: name,
    value: weeks.reduce((sum, { days }) => sum + (days[day] ?? 0), 0),
  }))
  const ticks = bars.map(({ label }, index) => ({ index, text: label.slice(0, 3) }))
  const most = bars.toSorted((a, b) => b.value - a.value)[0]
  return {
    weeks: commitChart(weeks),
    weekdays: createBarPlot(bars, { ticks }),
    busiest: most && most.value > 0 ? most.label : null,
  }
}

/** Works out the charts of a year of lines; null where GitHub counts none. On the server. */
export function codeCharts(weeks: readonly CodeWeek[] | null): CodeCharts | null {
  if (weeks === null) return null
  const maxValue = Math.max(0, ...weeks.flatMap(({ added, removed }) => [added, removed]))
  const linesOf = (of: 'added' | 'removed'): Lines => {
    const bars = weeks.map((week) => ({ label: weekLabel(week), value: week[of] }))
    const ticks = quarterTicks(weeks)
    return {
      plot: createBarPlot(bars, { ticks, maxValue, isLastPartial: true, height: 110 }),
      total: weeks.reduce((sum, week) => sum + week[of], 0),
    }
  }
  return { added: linesOf('added'), removed: linesOf('removed') }
}

/** Whose commits those of the last year are. On the server. */
export function shareOf({ all, owner }: Participation): Share {
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0)
  return { all: sum(all), owner: sum(owner) }
}
