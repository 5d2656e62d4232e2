import { roundCoordinate } from './lib/plot.ts'

/** The size of a sparkline in SVG units. */
export const SPARKLINE_SIZE = { width: 104, height: 24 }

/** Lays out values from zero as the path of a `Sparkline`; at least two. */
export function createSparklinePath(values: readonly number[]): string {
  const { width, height } = SPARKLINE_SIZE
  const highest = Math.max(1, ...values)
  // The stroke is one unit wide at both ends of the scale.
  const points = values.map((value, index) => {
    const x = roundCoordinate((index * width) / Math.max(1, values.length - 1))
    const y = roundCoordinate(height - 1 - (value / highest) * (height - 2))
    return `${x} ${y}`
  })
  return `M${points.join('L')}`
}
