/** A test of a number, or of a moment in milliseconds. */
type Within = (value: number) => boolean

type Bounds = { from: number; to: number }

const everything: Bounds = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY }

/** GitHub's ranges: `5`, `>5`, `>=5`, `<5`, `<=5`, `1..5`, `1..*`, `*..5`; `undefined` for any other text. */
function rangeOf(text: string, read: (text: string) => Bounds | undefined): Within | undefined {
  const [, low, high] = /^(.+)\.\.(.+)$/.exec(text) ?? []
  if (low !== undefined && high !== undefined) {
    const start = low === '*' ? everything : read(low)
    const end = high === '*' ? everything : read(high)
    return start && end && ((value) => value >= start.from && value <= end.to)
  }
  const [, operator = '', rest = ''] = /^([<>]=?)?(.+)$/.exec(text) ?? []
  const bounds = read(rest)
  if (!bounds) return undefined
  const { from, to } = bounds
  switch (operator) {
    case '<':
      return (value) => value < from
    case '<=':
      return (value) => value <= to
    case '>':
      return (value) => value > to
    case '>=':
      return (value) => value >= from
    default:
      return (value) => value >= from && value <= to
  }
}

export function numberRange(text: string): Within | undefined {
  return rangeOf(text, (part) => {
    if (!/^\d{1,12}$/.test(part)) return undefined
    return { from: Number(part), to: Number(part) }
  })
}

const day = 86_400_000

/** A date without a time is the whole day, in UTC. */
export function dateRange(text: string): Within | undefined {
  return rangeOf(text, (part) => {
    if (/^\d{4}-\d{2}-\d{2}$/.test(part)) {
      const from = Date.parse(part)
      // A day that the month does not have would become one of the next month.
      if (Number.isNaN(from) || !new Date(from).toISOString().startsWith(part)) return undefined
      return { from, to: from + day - 1 }
    }
    if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})?$/.test(part)) {
      return undefined
    }
    const from = Date.parse(/(?:Z|[+-]\d{2}:\d{2})$/.test(part) ? part : `${part}Z`)
    return Number.isNaN(from) ? undefined : { from, to: from }
  })
}
