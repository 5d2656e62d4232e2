import type { ScaleLinear } from 'd3-scale'
import { formatCompactNumber } from './compact-number.ts'

/** A horizontal grid line and its label. */
export type GridLine = { y: number; text: string }

/** A label for the bar or point at an index. */
export type Tick = { index: number; text: string }

/** A label with its x coordinate and its SVG `text-anchor`. */
export type PlacedLabel = { x: number; text: string; anchor: 'start' | 'middle' | 'end' }

/** Space above the plot in SVG units, so that the highest grid label is not cut off. */
export const PADDING_TOP = 8

/** Space below the plot in SVG units, for the ticks. */
export const PADDING_BOTTOM = 22

/** Rounds a coordinate to one decimal, which keeps the page small. */
export function roundCoordinate(coordinate: number): number {
  return Math.round(coordinate * 10) / 10
}

/** Places grid lines at a few round values. */
export function createGridLines(scale: ScaleLinear<number, number>): GridLine[] {
  const [low = 0, high = 0] = scale.domain()
  // Fewer than three lines for low values, because counts have no fractions.
  const values = scale.ticks(Math.min(3, high - low))
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
    return { x: roundCoordinate((left + right) / 2), text, anchor: 'middle' }
  })
}
