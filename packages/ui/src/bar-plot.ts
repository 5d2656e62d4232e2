import { scaleBand, scaleLinear } from 'd3-scale'
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

/** A bar chart worked out: what `BarChart` draws, small enough for a page's props. */
export type BarPlot = {
  width: number
  height: number
  baseline: number
  barWidth: number
  bars: { label: string; value: number; x: number; y: number }[]
  lastIsPartial: boolean
  grid: GridLine[]
  ticks: PlacedText[]
}

/** What is below the bars, whether the last one is still growing, and the size in SVG units. */
export type BarPlotOptions = {
  ticks?: readonly Tick[] | undefined
  lastIsPartial?: boolean | undefined
  /** The value at the top, where several charts share one scale; else their own highest. */
  highest?: number | undefined
  width?: number | undefined
  height?: number | undefined
}

const widestBar = 48

/** Works out a bar chart from values of zero and more; call it on the server. */
export function barPlot(
  bars: readonly { label: string; value: number }[],
  { ticks = [], lastIsPartial = false, highest, width = 680, height = 140 }: BarPlotOptions = {},
): BarPlot {
  const top = highest ?? Math.max(0, ...bars.map((bar) => bar.value))
  const baseline = height - spaceBelow
  const y = scaleLinear([0, top || 1], [baseline, spaceAbove])
  const x = scaleBand(bars.keys(), [0, width]).paddingInner(0.28)
  const barWidth = Math.min(Math.floor(x.bandwidth() * 10) / 10, widestBar)
  const left = (index: number) => (x(index) ?? 0) + (x.bandwidth() - barWidth) / 2

  return {
    width,
    height,
    baseline,
    barWidth,
    bars: bars.map(({ label, value }, index) => ({
      label,
      value,
      x: round(left(index)),
      y: round(y(value)),
    })),
    lastIsPartial,
    grid: gridLines(y),
    ticks: placeTexts(ticks, width, (index) => [left(index), left(index) + barWidth]),
  }
}
