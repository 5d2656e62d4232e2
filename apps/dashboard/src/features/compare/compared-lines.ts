import type { Panel, UnavailablePanel } from '@repo/github'
import { labelAt, type Series } from '@repo/ui/bar-plot'
import { createMultiLinePlot, type Line, type MultiLinePlot } from '@repo/ui/multi-line-plot'
import type { CompareView } from './compare-view.ts'
import type { ComparedRepo, CompareResult } from './read-compared.server.ts'

/** One chart of all repositories. */
export type ComparedLines = {
  plot: MultiLinePlot
  /** Repositories without data, and why. */
  missing: { name: string; panel: UnavailablePanel }[]
  /** Repositories without a value that the scale and the axis can show. */
  omitted: string[]
}

/** Values by the number of periods of four weeks that have passed since. */
type Periods = { name: string; createdAt: string | null; values: Map<number, number> }
type Axis = { labels: string[]; ticks: { index: number; text: string }[]; lines: Line[] }

const WEEK_MS = 604_800_000
const WEEKS_PER_PERIOD = 4
const PERIOD_MS = WEEKS_PER_PERIOD * WEEK_MS
const PERIODS_PER_YEAR = 13

/** Lays out one line for each repository. On the server, so that no chart code reaches the browser. */
export function createLines(results: readonly CompareResult[], view: CompareView): ComparedLines {
  const repos = results.flatMap((result) => ('overview' in result ? [result] : []))
  const panels = repos.map((repo) => readSeries(repo, view))
  const missing = panels.flatMap(({ name, panel }) => ('data' in panel ? [] : [{ name, panel }]))
  const series = panels.flatMap(({ panel, ...repo }) =>
    'data' in panel ? [{ ...repo, data: panel.data }] : [],
  )
  const newest = Math.max(0, ...series.flatMap(({ data }) => weekStarts(data)))
  const periods = series.map(({ data, ...repo }) => ({
    ...repo,
    values: groupByPeriod(data, newest, view),
  }))
  const scaled = view.scale === 'indexed' ? periods.map(toIndex) : periods
  const { lines, labels, ticks } =
    view.by === 'age' ? placeByAge(scaled, newest) : placeByDate(scaled, newest)
  const isLogarithmic = view.scale === 'logarithmic'
  const lowest = isLogarithmic ? 1 : 0
  const drawn = lines.filter(({ values }) => values.some((value) => (value ?? -1) >= lowest))
  return {
    plot: createMultiLinePlot(drawn, labels, { ticks, isLogarithmic }),
    missing,
    omitted: lines.filter((line) => !drawn.includes(line)).map(({ name }) => name),
  }
}

type RepoSeries = { name: string; createdAt: string | null; panel: Panel<Series> }

function readSeries({ overview }: ComparedRepo, { chart }: CompareView): RepoSeries {
  const { fullName, createdAt } = overview.repo
  const panel: Panel<{ plot: Series }> = chart === 'stars' ? overview.stars : overview.commits
  return {
    name: fullName,
    createdAt,
    panel: 'data' in panel ? { ...panel, data: panel.data.plot } : panel,
  }
}

function weekStarts({ values, labels }: Series): number[] {
  return values.map((_value, index) =>
    'firstWeek' in labels
      ? Date.parse(labels.firstWeek) + index * WEEK_MS
      : Date.parse(`${labelAt(labels, index).replace(/^Week of /, '')} UTC`),
  )
}

/** Adds up the commits of each period; of stars, takes the count at its end. */
function groupByPeriod(data: Series, newest: number, { chart }: CompareView): Map<number, number> {
  const starts = weekStarts(data)
  const grouped = new Map<number, number>()
  data.values.forEach((value, index) => {
    const period = Math.floor((newest - (starts[index] ?? newest)) / PERIOD_MS)
    const before = chart === 'commits' ? (grouped.get(period) ?? 0) : 0
    grouped.set(period, before + value)
  })
  return grouped
}

/** Divides by the oldest value that is not zero, which becomes 100. */
function toIndex({ values, ...repo }: Periods): Periods {
  const oldest = [...values].filter(([, value]) => value > 0).toSorted(([a], [b]) => b - a)[0]
  const base = oldest?.[1]
  const indexed = [...values].flatMap(([period, value]) =>
    base === undefined ? [] : [[period, Math.round((value / base) * 100)] as const],
  )
  return { ...repo, values: new Map(indexed) }
}

const day = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeZone: 'UTC' })
const month = new Intl.DateTimeFormat('en', { month: 'short', timeZone: 'UTC' })

function placeByDate(repos: readonly Periods[], newest: number): Axis {
  const last = Math.max(-1, ...repos.flatMap(({ values }) => [...values.keys()]))
  const periods = range(0, last).toReversed()
  const starts = periods.map((period) => startOf(period, newest))
  return {
    lines: repos.map(({ name, values }) => ({
      name,
      values: periods.map((period) => values.get(period) ?? null),
    })),
    labels: starts.map((start) => `Four weeks from ${day.format(start)}`),
    ticks: starts.flatMap((start, index) => {
      if (index === last) return [{ index, text: 'now' }]
      return index % 3 === 0 && index < last - 1 ? [{ index, text: month.format(start) }] : []
    }),
  }
}

const MAX_TICKS = 6

function placeByAge(repos: readonly Periods[], newest: number): Axis {
  const aged = repos.map(({ name, createdAt, values }) => {
    const created = createdAt === null ? Number.NaN : Date.parse(createdAt)
    const byAge = [...values].flatMap(([period, value]) => {
      const age = Math.round((startOf(period, newest) - created) / PERIOD_MS)
      return age >= 0 ? [[age, value] as const] : []
    })
    return { name, values: new Map(byAge) }
  })
  const ages = aged.flatMap(({ values }) => [...values.keys()])
  const shown = ages.length === 0 ? [] : range(Math.min(...ages), Math.max(...ages))
  const years = shown.flatMap((age, index) =>
    age % PERIODS_PER_YEAR === 0 ? [{ index, text: formatYears(age / PERIODS_PER_YEAR) }] : [],
  )
  const step = Math.ceil(years.length / MAX_TICKS)
  return {
    lines: aged.map(({ name, values }) => ({
      name,
      values: shown.map((age) => values.get(age) ?? null),
    })),
    labels: shown.map(formatAge),
    ticks: years.filter((_tick, index) => index % step === 0),
  }
}

/** The first day of a period, counted back from the one that ends with the week `newest`. */
function startOf(period: number, newest: number): number {
  return newest - period * PERIOD_MS - (WEEKS_PER_PERIOD - 1) * WEEK_MS
}

function formatAge(age: number): string {
  const weeks = `${(age % PERIODS_PER_YEAR) * WEEKS_PER_PERIOD} weeks`
  const years = Math.floor(age / PERIODS_PER_YEAR)
  return years === 0 ? `Age ${weeks}` : `Age ${formatYears(years)}, ${weeks}`
}

function formatYears(years: number): string {
  return years === 1 ? '1 year' : `${years} years`
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}
