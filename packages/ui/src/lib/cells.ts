import type { PlotColumns } from './plot.ts'

/** Divides a heatmap into columns of cells. */
export function divideIntoCells(count: number, rows: number, width: number): Required<PlotColumns> {
  const pitch = width / Math.max(1, Math.ceil(count / rows))
  return { first: pitch / 2, pitch, width: pitch, rows }
}
