import { scaleLinear, scaleLog } from 'd3-scale'
import {
  centerOf,
  divideIntoPoints,
  type GridLine,
  PADDING_BOTTOM,
  PADDING_TOP,
  type Plot,
  roundCoordinate,
} from './lib/plot.ts'
import { createGridLines, formatGridLines, placeLabels, type Tick } from './lib/plot-axes.ts'

/** A line by its name; null where it has no value. */
export type Line = { name: string; values: readonly (number | null)[] }

/** The lines and the axes of a `MultiLineChart` in SVG units, small enough for a page's props. */
export type MultiLinePlot = Omit<Plot, 'values' | 'labels'> & {
  labels: readonly string[]
  lines: (Line & { path: string })[]
}

/** Axis labels, the scale and the size, in SVG units, of a plot with several lines. */
export type MultiLinePlotOptions = {
  ticks?: readonly Tick[] | undefined
  /** Whether equal distances are equal factors; values below 1 then leave a gap. */
  isLogarithmic?: boolean | undefined
  width?: number | undefined
  height?: number | undefined
}

/** Lays out lines over the same labels. Call it on the server, because it loads d3. */
export function createMultiLinePlot(
  lines: readonly Line[],
  labels: readonly string[],
  options: MultiLinePlotOptions = {},
): MultiLinePlot {
  const { ticks = [], isLogarithmic = false, width = 680, height = 240 } = options
  const known = lines.flatMap(({ values }) => values.flatMap((value) => value ?? []))
  const baseline = height - PADDING_BOTTOM
  const columns = divideIntoPoints(labels.length, width)
  const { top, floor, grid, yAt } = isLogarithmic
    ? createLogAxis(known, baseline)
    : createLinearAxis(known, baseline)
  const pathOf = (values: Line['values']) =>
    drawPath(
      values.map((value, index) => {
        const y = value === null ? null : yAt(value)
        return y === null ? null : `${roundCoordinate(centerOf(columns, index))},${y}`
      }),
    )

  return {
    labels,
    lines: lines.map(({ name, values }) => ({ name, values, path: pathOf(values) })),
    width,
    height,
    baseline,
    floor,
    top,
    grid,
    ticks: placeLabels(ticks, width, (index) => {
      const center = centerOf(columns, index)
      return [center, center]
    }),
  }
}

type Axis = { top: number; floor: number; grid: GridLine[]; yAt: (value: number) => number | null }

function createLinearAxis(values: readonly number[], baseline: number): Axis {
  const top = Math.max(0, ...values)
  const floor = Math.min(0, ...values)
  const scale = scaleLinear([floor, top > floor ? top : floor + 1], [baseline, PADDING_TOP])
  return { top, floor, grid: createGridLines(scale), yAt: (value) => roundCoordinate(scale(value)) }
}

const MAX_GRID_LINES = 4

function createLogAxis(values: readonly number[], baseline: number): Axis {
  const positive = values.filter((value) => value >= 1)
  const floor = 10 ** Math.floor(Math.log10(Math.min(...positive, 10 ** 9)))
  const top = 10 ** Math.ceil(Math.log10(Math.max(...positive, floor * 10)))
  const scale = scaleLog([floor, top], [baseline, PADDING_TOP])
  const exponents = Math.round(Math.log10(top / floor))
  const step = Math.ceil(exponents / MAX_GRID_LINES)
  const powers = Array.from({ length: Math.floor(exponents / step) + 1 }, (_, index) =>
    Math.round(floor * 10 ** (index * step)),
  )
  return {
    top,
    floor,
    grid: formatGridLines(powers, scale),
    yAt: (value) => (value < 1 ? null : roundCoordinate(scale(value))),
  }
}

/** Draws a line through points; a point between two gaps becomes a dot. */
function drawPath(points: readonly (string | null)[]): string {
  return points
    .map((point, index) => {
      if (point === null) return ''
      const isStart = (points[index - 1] ?? null) === null
      const isAlone = isStart && (points[index + 1] ?? null) === null
      return `${isStart ? 'M' : 'L'}${point}${isAlone ? 'h0' : ''}`
    })
    .join('')
}
