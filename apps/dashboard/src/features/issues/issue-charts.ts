import { type Conversations, type IssueOrPullPage, listDurations, type Panel } from '@repo/github'
import { type BarPlot, createBarPlot } from '@repo/ui/bar-plot'
import { labelWeeks } from '#components/charts/week-axis.ts'
import type { IssueListRequest } from './issue-list-request.ts'

type Kind = IssueListRequest['kind']

/** Charts of the newest issues or pull requests; null where there is nothing to show. */
export type IssueCharts = {
  weeks: WeekCharts | null
  firstResponse: Distribution | null
  resolution: Distribution | null
}

/** Opened and closed items per week, on one scale. */
type WeekCharts = { opened: BarPlot; closed: BarPlot; openedTotal: number; closedTotal: number }

/** How many items fall into each range of durations. */
export type Distribution = { plot: BarPlot; total: number }

/** The ages of the oldest open items, and the number of all open ones; null if unknown. */
export type AgeChart = Distribution & { openTotal: number | null }

const HOUR = 3600
const DAY = 24 * HOUR
const WEEK_MS = 7 * DAY * 1000
const MAX_WEEKS = 52
const dayFormat = new Intl.DateTimeFormat('en', { month: 'short', day: 'numeric', timeZone: 'UTC' })

const durationRanges: Ranges = [
  { label: 'under 1 hour', tick: '<1 h', below: HOUR },
  { label: '1 to 24 hours', tick: '<1 d', below: DAY },
  { label: '1 to 7 days', tick: '<7 d', below: 7 * DAY },
  { label: '7 to 30 days', tick: '<30 d', below: 30 * DAY },
  { label: '30 days or more', tick: '30+ d', below: Number.POSITIVE_INFINITY },
]
const ageRanges: Ranges = [
  { label: 'under 7 days', tick: '<7 d', below: 7 * DAY },
  { label: '7 to 30 days', tick: '<30 d', below: 30 * DAY },
  { label: '30 to 90 days', tick: '<90 d', below: 90 * DAY },
  { label: '90 to 365 days', tick: '<1 y', below: 365 * DAY },
  { label: '365 days or more', tick: '1+ y', below: Number.POSITIVE_INFINITY },
]
type Ranges = readonly { label: string; tick: string; below: number }[]

/** Lays out the charts of the newest items. On the server, so that no chart library reaches the browser. */
export function createIssueCharts(conversations: Conversations, kind: Kind): IssueCharts {
  const { firstResponses, resolutions } = listDurations(conversations, kind)
  return {
    weeks: createWeekCharts(conversations, kind),
    firstResponse: distribute(firstResponses, durationRanges),
    resolution: distribute(resolutions, durationRanges),
  }
}

/** Lays out the ages, at the time of a read, of the oldest open items. On the server. */
export function createAgeChart({ items, total }: IssueOrPullPage, asOf: string): AgeChart | null {
  const ages = items.flatMap(({ createdAt }) =>
    createdAt === null ? [] : (Date.parse(asOf) - Date.parse(createdAt)) / 1000,
  )
  const chart = distribute(ages, ageRanges)
  return chart && { ...chart, openTotal: total }
}

/** Maps a read of the oldest open items to the chart of their ages. */
export function mapToAgeChart(oldest: Panel<IssueOrPullPage>): Panel<AgeChart | null> {
  return 'data' in oldest ? { ...oldest, data: createAgeChart(oldest.data, oldest.asOf) } : oldest
}

function distribute(seconds: readonly number[], ranges: Ranges): Distribution | null {
  if (seconds.length === 0) return null
  const indexes = seconds.map((value) => ranges.findIndex(({ below }) => value < below))
  const plot = createBarPlot(
    {
      values: ranges.map((_, range) => indexes.filter((index) => index === range).length),
      labels: ranges.map(({ label }) => label),
    },
    { ticks: ranges.map(({ tick }, index) => ({ index, text: tick })) },
  )
  return { plot, total: seconds.length }
}

function createWeekCharts({ items }: Conversations, kind: Kind): WeekCharts | null {
  const ofKind = items.filter((item) => item.kind === kind)
  const opened = ofKind.map(({ openedAt }) => weekOf(openedAt))
  const closed = ofKind.flatMap(({ closedAt }) => (closedAt === null ? [] : weekOf(closedAt)))
  if (opened.length === 0) return null

  const last = Math.max(...opened, ...closed)
  const first = Math.max(Math.min(...opened), last - MAX_WEEKS + 1)
  const weeks = Array.from({ length: last - first + 1 }, (_, index) => first + index)
  const labels = labelWeeks(
    weeks.map((week) => ({ beginsAt: new Date(startOf(week)).toISOString() })),
  )
  const count = (list: readonly number[]) =>
    weeks.map((week) => list.filter((value) => value === week).length)
  const [openedCounts, closedCounts] = [count(opened), count(closed)]
  const maxValue = Math.max(...openedCounts, ...closedCounts)
  const ticks = labelEnds(weeks)
  const plot = (values: readonly number[]) =>
    createBarPlot({ values, labels }, { ticks, maxValue, height: 110 })
  return {
    opened: plot(openedCounts),
    closed: plot(closedCounts),
    openedTotal: sum(openedCounts),
    closedTotal: sum(closedCounts),
  }
}

// A week begins on Sunday in UTC, as in GitHub's statistics; January 4, 1970 was one.
const FIRST_SUNDAY_MS = 3 * DAY * 1000

function weekOf(time: string): number {
  return Math.floor((Date.parse(time) - FIRST_SUNDAY_MS) / WEEK_MS)
}

function labelEnds(weeks: readonly number[]) {
  return weeks.flatMap((week, index) =>
    index === 0 || index === weeks.length - 1
      ? { index, text: dayFormat.format(startOf(week)) }
      : [],
  )
}

function startOf(week: number): number {
  return week * WEEK_MS + FIRST_SUNDAY_MS
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
