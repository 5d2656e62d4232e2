import { scaleLinear, scalePoint } from 'd3-scale'
import { line } from 'd3-shape'
import {
  type GridLine,
  gridLines,
  type PlacedText,
  placeTexts,
  round,
  spaceAbove,
  spaceBelow,
  type Tick,
} from './plot-axes.ts'

/** A line chart worked out: what `LineChart` draws, small enough for a page's props. */
export type LinePlot = {
  width: number
  height: number
  baseline: number
  points: { label: string; value: number; x: number; y: number }[]
  path: string
  grid: GridLine[]
  ticks: PlacedText[]
  marks: PlacedText[]
}

/** What is below the line, what happened along it, and the size in SVG units. */
export type LinePlotOptions = {
  ticks?: readonly Tick[] | undefined
  marks?: readonly Tick[] | undefined
  /** The value at the top, where several charts share one scale; else their own highest. */
  highest?: number | undefined
  width?: number | undefined
  height?: number | undefined
}

/**
 * Works out a line chart; call it on the server. The axis starts at zero unless all values are
 * so high that zero would flatten the line.
 */
export function linePlot(
  points: readonly { label: string; value: number }[],
  { ticks = [], marks = [], highest, width = 680, height = 140 }: LinePlotOptions = {},
): LinePlot {
  const values = points.map((point) => point.value)
  const top = highest ?? Math.max(0, ...values)
  const lowest = Math.min(top, ...values)
  const baseline = height - spaceBelow
  const floor = highest === undefined && lowest > top / 2 && lowest < top ? lowest : 0
  const y = scaleLinear([floor, top || 1], [baseline, spaceAbove])
  const x = scalePoint(points.keys(), [0, width])
  const xOf = (index: number) => x(index) ?? 0
  const sidesOf = (index: number): [number, number] => [xOf(index), xOf(index)]
  const draw = line<number>((_, index) => xOf(index), y).digits(1)

  return {
    width,
    height,
    baseline,
    points: points.map(({ label, value }, index) => ({
      label,
      value,
      x: round(xOf(index)),
      y: round(y(value)),
    })),
    path: (values.length > 1 && draw(values)) || '',
    grid: gridLines(y),
    ticks: placeTexts(ticks, width, sidesOf),
    marks: placeTexts(marks, width, sidesOf),
  }
}
