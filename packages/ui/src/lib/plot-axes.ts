import type { ScaleLinear } from 'd3-scale'
import { formatCompactNumber } from './compact-number.ts'
import { type GridLine, type PlacedLabel, roundCoordinate } from './plot.ts'

/** A label for the bar or point at an index. */
export type Tick = { index: number; text: string }

/** Places grid lines at a few round values. */
export function createGridLines(scale: ScaleLinear<number, number>): GridLine[] {
  const [low = 0, high = 0] = scale.domain()
  // Fewer than three lines for low values, because counts have no fractions.
  return formatGridLines(scale.ticks(Math.min(3, high - low)), scale)
}

/** Places and labels grid lines at the given values. */
export function formatGridLines(
  values: readonly number[],
  scale: (value: number) => number,
): GridLine[] {
  const compactLabels = values.map(formatCompactNumber)
  const areDistinct = new Set(compactLabels).size === compactLabels.length

  return values.map((value, index) => ({
    y: roundCoordinate(scale(value)),
    text: (areDistinct && compactLabels[index]) || value.toLocaleString('en'),
  }))
}

/**
 * Centers labels below the bar or point that they belong to. Near an end of the plot they are aligned
 * with its outer side, so that they do not overflow.
 */
export function placeLabels(
  labels: readonly Tick[],
  width: number,
  getSides: (index: number) => [left: number, right: number],
): PlacedLabel[] {
  return labels.map(({ index, text }) => {
    const [left, right] = getSides(index)
    if (left < width * 0.1) return { x: roundCoordinate(left), text, anchor: 'start' }
    if (right > width * 0.9) return { x: roundCoordinate(right), text, anchor: 'end' }
    return { x: roundCoordinate((left + right) / 2), text }
  })
}
