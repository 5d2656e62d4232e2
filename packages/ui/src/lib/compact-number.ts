const compact = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 })

/** Formats a number in compact notation: `12431` is `12.4k`. */
export function formatCompactNumber(value: number): string {
  return compact.format(value).replace('K', 'k')
}
