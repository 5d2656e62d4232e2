const units = [
  ['d', 86_400],
  ['h', 3600],
  ['min', 60],
] as const

/** A duration in its two largest units: `1 d 6 h`, `45 min`; below a minute it is `< 1 min`. */
export function durationText(seconds: number): string {
  const first = units.findIndex(([, size]) => seconds >= size)
  if (first === -1) return '< 1 min'
  let rest = seconds
  const parts = units.slice(first, first + 2).map(([unit, size]) => {
    const count = Math.floor(rest / size)
    rest -= count * size
    return count === 0 ? '' : `${count} ${unit}`
  })
  return parts.filter((part) => part !== '').join(' ')
}
