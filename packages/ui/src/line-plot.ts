import { scaleLinear, scalePoint } from 'd3-scale'
import { line } from 'd3-shape'
import {
  createGridLines,
  type GridLine,
  PADDING_BOTTOM,
  PADDING_TOP,
  type PlacedLabel,
  placeLabels,
  roundCoordinate,
  type Tick,
} from './lib/plot-axes.ts'

/** The layout of a `LineChart` in SVG units, small enough for a page's props. */
export type LinePlot = {
  width: number
  height: number
  baseline: number
  points: { label: string; value: number; x: number; y: number }[]
  path: string
  grid: GridLine[]
  ticks: PlacedLabel[]
  marks: PlacedLabel[]
}

/** Axis labels, marks along the line and the size, in SVG units, of a line plot. */
export type LinePlotOptions = {
  ticks?: readonly Tick[] | undefined
  marks?: readonly Tick[] | undefined
  /** The top of the scale, for charts that share one. Default: the highest value. */
  maxValue?: number | undefined
  width?: number | undefined
  height?: number | undefined
}

/**
 * Lays out a line chart. Call it on the server, because it loads d3. The axis starts at zero unless
 * the values are so high that the line would look flat.
 */
export function createLinePlot(
  points: readonly { label: string; value: number }[],
  { ticks = [], marks = [], maxValue, width = 680, height = 140 }: LinePlotOptions = {},
): LinePlot {
  const values = points.map((point) => point.value)
  const top = maxValue ?? Math.max(0, ...values)
  const lowest = Math.min(top, ...values)
  const baseline = height - PADDING_BOTTOM
  const floor = maxValue === undefined && lowest > top / 2 && lowest < top ? lowest : 0
  const y = scaleLinear([floor, top || 1], [baseline, PADDING_TOP])
  const x = scalePoint(points.keys(), [0, width])
  const getX = (index: number) => x(index) ?? 0
  const getSides = (index: number): [number, number] => [getX(index), getX(index)]
  const draw = line<number>((_, index) => getX(index), y).digits(1)

  return {
    width,
    height,
    baseline,
    points: points.map(({ label, value }, index) => ({
      label,
      value,
      x: roundCoordinate(getX(index)),
      y: roundCoordinate(y(value)),
    })),
    path: (values.length > 1 && draw(values)) || '',
    grid: createGridLines(y),
    ticks: placeLabels(ticks, width, getSides),
    marks: placeLabels(marks, width, getSides),
  }
}
