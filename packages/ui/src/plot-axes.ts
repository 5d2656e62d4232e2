import type { ScaleLinear } from 'd3-scale'
import { compactNumber } from './compact-number.ts'

/** A horizontal line of the grid and the value it stands for. */
export type GridLine = { y: number; text: string }

/** A word below the plot, at the bar or point it belongs to. */
export type Tick = { index: number; text: string }

/** A word with its place, and the side of the place on which it is written. */
export type PlacedText = { x: number; text: string; anchor: 'start' | 'middle' | 'end' }

/** Units kept free above the plot, so that the highest grid value is not cut off. */
export const spaceAbove = 8

/** Units kept free below the plot for the ticks. */
export const spaceBelow = 22

/** Rounds a coordinate to one decimal: more would only make the page larger. */
export function round(coordinate: number): number {
  return Math.round(coordinate * 10) / 10
}

/** Chooses a few round values and says where their lines are. */
export function gridLines(scale: ScaleLinear<number, number>): GridLine[] {
  const [low = 0, high = 0] = scale.domain()
  // Fewer lines than three where three would need fractions.
  const values = scale.ticks(Math.min(3, high - low))
  const short = values.map(compactNumber)
  const differ = new Set(short).size === short.length

  return values.map((value, index) => ({
    y: round(scale(value)),
    text: (differ && short[index]) || value.toLocaleString('en'),
  }))
}

/**
 * Places words below points `[left, right]` of the plot: in their middle, but flush with them near
 * an end of the plot, where a word would stick out.
 */
export function placeTexts(
  texts: readonly Tick[],
  width: number,
  sidesOf: (index: number) => [left: number, right: number],
): PlacedText[] {
  return texts.map(({ index, text }) => {
    const [left, right] = sidesOf(index)
    if (left < width * 0.1) return { x: round(left), text, anchor: 'start' }
    if (right > width * 0.9) return { x: round(right), text, anchor: 'end' }
    return { x: round((left + right) / 2), text, anchor: 'middle' }
  })
}
