/** Formats a share of a whole, from 0 to 1, with one digit: `0.924` is `92.4%`. */
export function formatShare(share: number): string {
  return share > 0 && share < 0.001 ? '< 0.1%' : `${(share * 100).toFixed(1)}%`
}
