import { scaleLinear } from 'd3-scale'
import {
  centerOf,
  divideIntoPoints,
  PADDING_BOTTOM,
  PADDING_TOP,
  type PlacedLabel,
  type Plot,
} from './lib/plot.ts'
import { createGridLines, placeLabels, type Tick } from './lib/plot-axes.ts'
import type { Series } from './lib/series.ts'

/** The values and the axes of a `LineChart` in SVG units, small enough for a page's props. */
export type LinePlot = Plot & { marks: PlacedLabel[] }

/** Axis labels, marks along the line and the size, in SVG units, of a line plot. */
export type LinePlotOptions = {
  ticks?: readonly Tick[] | undefined
  marks?: readonly Tick[] | undefined
  /** Events at values, such as releases: ticks on the axis, and texts in the tooltip. */
  events?: readonly Tick[] | undefined
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
  { values, labels }: Series,
  {
    ticks = [],
    marks = [],
    events = [],
    maxValue,
    width = 680,
    height = 140,
  }: LinePlotOptions = {},
): LinePlot {
  const top = maxValue ?? Math.max(0, ...values)
  const lowest = Math.min(top, ...values)
  const baseline = height - PADDING_BOTTOM
  const floor = maxValue === undefined && lowest > top / 2 && lowest < top ? lowest : 0
  const columns = divideIntoPoints(values.length, width)
  const getSides = (index: number): [number, number] => {
    const center = centerOf(columns, index)
    return [center, center]
  }

  return {
    values,
    labels,
    width,
    height,
    baseline,
    floor,
    top,
    grid: createGridLines(scaleLinear([floor, top || 1], [baseline, PADDING_TOP])),
    ticks: placeLabels(ticks, width, getSides),
    marks: placeLabels(marks, width, getSides),
    ...(events.length > 0 && { events }),
  }
}
