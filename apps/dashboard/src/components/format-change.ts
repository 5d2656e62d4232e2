/** Formats how a number has changed: `+38`, `−2` or `±0`. */
export function formatChange(value: number): string {
  if (value === 0) return '±0'
  return `${value > 0 ? '+' : '−'}${Math.abs(value).toLocaleString('en')}`
}
