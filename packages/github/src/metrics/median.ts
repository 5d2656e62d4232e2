/** The value in the middle, or half-way between the two in the middle; null of nothing. */
export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  const [low, high = low] = sorted.slice(Math.ceil(middle) - 1, Math.floor(middle) + 1)
  return low === undefined || high === undefined ? null : (low + high) / 2
}
