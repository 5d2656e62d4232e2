import { centerOf, type Plot, type PlotColumns, roundCoordinate, yOf } from './plot.ts'

/** Draws bars from zero as vertical lines, each as wide as its stroke; zero itself has none. */
export function drawBars(plot: Plot, columns: PlotColumns, values: readonly number[]): string {
  return values
    .map((value, index) =>
      value === 0
        ? ''
        : `M${roundCoordinate(centerOf(columns, index))},${yOf(plot, 0)}V${yOf(plot, value)}`,
    )
    .join('')
}

/** Draws a line through the values; a single value has none. */
export function drawLine(plot: Plot, columns: PlotColumns): string {
  if (plot.values.length < 2) return ''
  const points = plot.values.map(
    (value, index) => `${roundCoordinate(centerOf(columns, index))},${yOf(plot, value)}`,
  )
  return `M${points.join('L')}`
}
