import { scaleLinear } from 'd3-scale'
import { centerOf, divideIntoBars, PADDING_BOTTOM, PADDING_TOP, type Plot } from './lib/plot.ts'
import { createGridLines, placeLabels, type Tick } from './lib/plot-axes.ts'
import type { Series } from './lib/series.ts'

export { formatAmount } from './lib/describe-series.ts'
export { labelAt, type Series } from './lib/series.ts'

/** The values and the axes of a `BarChart` in SVG units, small enough for a page's props. */
export type BarPlot = Plot & { isLastPartial: boolean }

/** Axis labels and the size, in SVG units, of a bar plot. */
export type BarPlotOptions = {
  ticks?: readonly Tick[] | undefined
  /** Events at values, such as releases: ticks on the axis, and texts in the tooltip. */
  events?: readonly Tick[] | undefined
  /** Whether the last bar's period is still in progress. */
  isLastPartial?: boolean | undefined
  /** The top of the scale, for charts that share one. Default: the highest value. */
  maxValue?: number | undefined
  width?: number | undefined
  height?: number | undefined
}

/** Lays out a bar chart of non-negative values. Call it on the server, because it loads d3. */
export function createBarPlot(
  { values, labels }: Series,
  {
    ticks = [],
    events = [],
    isLastPartial = false,
    maxValue,
    width = 680,
    height = 140,
  }: BarPlotOptions = {},
): BarPlot {
  const top = maxValue ?? Math.max(0, ...values)
  const baseline = height - PADDING_BOTTOM
  const columns = divideIntoBars(values.length, width)
  const half = columns.barWidth / 2

  return {
    values,
    labels,
    width,
    height,
    baseline,
    floor: 0,
    top,
    isLastPartial,
    ...(events.length > 0 && { events }),
    grid: createGridLines(scaleLinear([0, top || 1], [baseline, PADDING_TOP])),
    ticks: placeLabels(ticks, width, (index) => {
      const center = centerOf(columns, index)
      return [center - half, center + half]
    }),
  }
}
