import { divideIntoCells } from './lib/cells.ts'
import { centerOf, PADDING_BOTTOM, type Plot } from './lib/plot.ts'
import { placeLabels, type Tick } from './lib/plot-axes.ts'
import type { Series } from './lib/series.ts'

/** The values and the axes of a `Heatmap` in SVG units, column by column. */
export type HeatmapPlot = Plot & {
  rows: number
  /** A value above the first is in the second level, above the second in the third, and so on. */
  thresholds: readonly number[]
}

/** The rows, axis labels and the size, in SVG units, of a heatmap. */
export type HeatmapPlotOptions = {
  /** One for each row; an empty one has no label. */
  rowLabels: readonly string[]
  /** Labels below the columns, by the index of a column. */
  ticks?: readonly Tick[] | undefined
  width?: number | undefined
  rowHeight?: number | undefined
}

/** Lays out a heatmap of non-negative values in columns, each with as many values as row labels. */
export function createHeatmapPlot(
  { values, labels }: Series,
  { rowLabels, ticks = [], width = 680, rowHeight = 15 }: HeatmapPlotOptions,
): HeatmapPlot {
  const rows = rowLabels.length
  const baseline = rows * rowHeight
  const columns = divideIntoCells(values.length, rows, width)
  const counts = values.filter((value) => value > 0).toSorted((a, b) => a - b)
  return {
    values,
    labels,
    width,
    height: baseline + PADDING_BOTTOM,
    baseline,
    floor: 0,
    top: counts.at(-1) ?? 0,
    rows,
    thresholds: [0.25, 0.5, 0.75].map((share) => counts[Math.floor(counts.length * share)] ?? 0),
    grid: rowLabels.flatMap((text, row) => (text ? [{ y: (row + 0.5) * rowHeight, text }] : [])),
    ticks: placeLabels(ticks, width, (column) => {
      const center = centerOf(columns, column)
      return [center - columns.width / 2, center + columns.width / 2]
    }),
  }
}
