export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

/** Formats a figure as a multiple of another: `2.61 ×`. */
export function formatRatio(figure: number, other: number): string {
  return `${(figure / other).toFixed(2)} ×`
}

export function formatKB(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`
}

export function formatMB(bytes: number): string {
  return `${Math.round(bytes / 1_000_000)} MB`
}
