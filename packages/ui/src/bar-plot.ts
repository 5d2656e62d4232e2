import { scaleBand, scaleLinear } from 'd3-scale'
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

/** The layout of a `BarChart` in SVG units, small enough for a page's props. */
export type BarPlot = {
  width: number
  height: number
  baseline: number
  barWidth: number
  bars: { label: string; value: number; x: number; y: number }[]
  isLastPartial: boolean
  grid: GridLine[]
  ticks: PlacedLabel[]
}

/** Axis labels and the size, in SVG units, of a bar plot. */
export type BarPlotOptions = {
  ticks?: readonly Tick[] | undefined
  /** Whether the last bar's period is still in progress. */
  isLastPartial?: boolean | undefined
  /** The top of the scale, for charts that share one. Default: the highest value. */
  maxValue?: number | undefined
  width?: number | undefined
  height?: number | undefined
}

const MAX_BAR_WIDTH = 48

/** Lays out a bar chart of non-negative values. Call it on the server, because it loads d3. */
export function createBarPlot(
  bars: readonly { label: string; value: number }[],
  { ticks = [], isLastPartial = false, maxValue, width = 680, height = 140 }: BarPlotOptions = {},
): BarPlot {
  const top = maxValue ?? Math.max(0, ...bars.map((bar) => bar.value))
  const baseline = height - PADDING_BOTTOM
  const y = scaleLinear([0, top || 1], [baseline, PADDING_TOP])
  const x = scaleBand(bars.keys(), [0, width]).paddingInner(0.28)
  const barWidth = Math.min(Math.floor(x.bandwidth() * 10) / 10, MAX_BAR_WIDTH)
  const getLeft = (index: number) => (x(index) ?? 0) + (x.bandwidth() - barWidth) / 2

  return {
    width,
    height,
    baseline,
    barWidth,
    bars: bars.map(({ label, value }, index) => ({
      label,
      value,
      x: roundCoordinate(getLeft(index)),
      y: roundCoordinate(y(value)),
    })),
    isLastPartial,
    grid: createGridLines(y),
    ticks: placeLabels(ticks, width, (index) => [getLeft(index), getLeft(index) + barWidth]),
  }
}
