import { centerOf, type Plot, type PlotColumns, roundCoordinate } from './plot.ts'

/** Space between two cells in SVG units. */
export const CELL_GAP = 2

/** Divides a heatmap into columns of cells. */
export function divideIntoCells(count: number, rows: number, width: number): Required<PlotColumns> {
  const pitch = width / Math.max(1, Math.ceil(count / rows))
  return { first: pitch / 2, pitch, width: pitch, rows }
}

/** Draws the cells of each level as horizontal lines, each as high as its stroke; zero is the first. */
export function drawCells(
  { values, baseline, rows, thresholds }: Plot & { rows: number; thresholds: readonly number[] },
  columns: PlotColumns,
): string[] {
  const rowHeight = baseline / rows
  const cellWidth = roundCoordinate(columns.width - CELL_GAP)
  const levels = Array.from({ length: thresholds.length + 2 }, () => '')
  values.forEach((value, index) => {
    const level = value === 0 ? 0 : 1 + thresholds.filter((threshold) => value > threshold).length
    const column = Math.floor(index / rows)
    const x = roundCoordinate(centerOf(columns, column) - cellWidth / 2)
    levels[level] += `M${x},${((index % rows) + 0.5) * rowHeight}h${cellWidth}`
  })
  return levels
}
