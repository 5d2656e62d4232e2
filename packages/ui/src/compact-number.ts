const compact = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 })

/** Shortens a number to at most a few characters: `12431` is `12.4k`. */
export function compactNumber(value: number): string {
  return compact.format(value).replace('K', 'k')
}
