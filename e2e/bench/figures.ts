export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

/** The value that a share of all values, in percent, does not exceed. */
export function percentile(values: readonly number[], percent: number): number {
  const index = Math.ceil((values.length * percent) / 100) - 1
  return values.toSorted((a, b) => a - b)[index] ?? Number.NaN
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

/** Measures how long work takes, in milliseconds. */
export async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}

/** Returns the body of a successful response. */
export async function load(url: string, headers: Record<string, string> = {}): Promise<string> {
  const response = await fetch(url, { headers: { 'user-agent': 'bench', ...headers } })
  if (!response.ok) throw new Error(`${url} responded with ${response.status}`)
  return response.text()
}
