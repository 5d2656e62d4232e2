import type { Series } from './series.ts'

/** A horizontal grid line and its label. */
export type GridLine = { y: number; text: string }

/** A label with its x coordinate and its SVG `text-anchor`; without one, it is centered. */
export type PlacedLabel = { x: number; text: string; anchor?: 'start' | 'end' }

/** The size, in SVG units, the scale and the axes of a chart's values. */
export type Plot = Series & {
  width: number
  height: number
  /** The y coordinate of `floor`. */
  baseline: number
  floor: number
  top: number
  grid: GridLine[]
  ticks: PlacedLabel[]
  /** Events at values, by their index. */
  events?: readonly { index: number; text: string }[]
}

/**
 * The columns of a plot that select a value: the center of the first, their distance and width.
 * A column of a heatmap has several rows, each with a value.
 */
export type PlotColumns = { first: number; pitch: number; width: number; rows?: number }

/** Space above the plot in SVG units, so that the highest grid label is not cut off. */
export const PADDING_TOP = 8

/** Space below the plot in SVG units, for the ticks. */
export const PADDING_BOTTOM = 22

/** Rounds a coordinate to one decimal, which keeps the page small. */
export function roundCoordinate(coordinate: number): number {
  return Math.round(coordinate * 10) / 10
}

/** Returns the y coordinate of a value. */
export function yOf({ baseline, floor, top }: Omit<Plot, keyof Series>, value: number): number {
  const share = (value - floor) / (top - floor || 1)
  return roundCoordinate(baseline - share * (baseline - PADDING_TOP))
}

/** Returns the x coordinate of the center of a column. */
export function centerOf({ first, pitch }: PlotColumns, index: number): number {
  return first + index * pitch
}

const BAR_SHARE = 0.72
const MAX_BAR_WIDTH = 48

/** Divides a plot into bars: columns, and the width of a bar in each. */
export function divideIntoBars(count: number, width: number): PlotColumns & { barWidth: number } {
  const pitch = width / Math.max(1, count - (1 - BAR_SHARE))
  const bandwidth = pitch * BAR_SHARE
  return {
    first: (width - (count - 1) * pitch) / 2,
    pitch,
    width: width / Math.max(1, count),
    barWidth: Math.min(Math.floor(bandwidth * 10) / 10, MAX_BAR_WIDTH),
  }
}

/** Divides a plot into points from its left to its right end. */
export function divideIntoPoints(count: number, width: number): PlotColumns {
  const pitch = width / Math.max(1, count - 1)
  return { first: count > 1 ? 0 : width / 2, pitch, width: pitch }
}
