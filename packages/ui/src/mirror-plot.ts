import { scaleLinear } from 'd3-scale'
import { centerOf, divideIntoBars, PADDING_BOTTOM, PADDING_TOP, type Plot } from './lib/plot.ts'
import { createGridLines, placeLabels, type Tick } from './lib/plot-axes.ts'
import type { SeriesLabels } from './lib/series.ts'

/** The values and the axes of a `MirrorChart` in SVG units; `values` are above the axis. */
export type MirrorPlot = Plot & { below: readonly number[]; isLastPartial: boolean }

/** Non-negative values above and below the axis, and their labels. */
export type MirroredSeries = {
  above: readonly number[]
  below: readonly number[]
  labels: SeriesLabels
}

/** Axis labels and the size, in SVG units, of a mirror plot. */
export type MirrorPlotOptions = {
  ticks?: readonly Tick[] | undefined
  /** Whether the last bars' period is still in progress. */
  isLastPartial?: boolean | undefined
  width?: number | undefined
  height?: number | undefined
}

/** Lays out two series of bars around an axis, on one scale. Call it on the server: it loads d3. */
export function createMirrorPlot(
  { above, below, labels }: MirroredSeries,
  { ticks = [], isLastPartial = false, width = 680, height = 200 }: MirrorPlotOptions = {},
): MirrorPlot {
  const top = Math.max(0, ...above)
  const floor = -Math.max(0, ...below) || 0
  const baseline = height - PADDING_BOTTOM
  const columns = divideIntoBars(above.length, width)
  const half = columns.barWidth / 2
  const scale = scaleLinear([floor, top || (floor === 0 ? 1 : 0)], [baseline, PADDING_TOP])

  return {
    values: above,
    below,
    labels,
    width,
    height,
    baseline,
    floor,
    top,
    isLastPartial,
    grid: createGridLines(scale).map(({ y, text }) => ({ y, text: text.replace(/^-/, '') })),
    ticks: placeLabels(ticks, width, (index) => {
      const center = centerOf(columns, index)
      return [center - half, center + half]
    }),
  }
}
