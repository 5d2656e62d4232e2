import { parseDate } from '../data/clock.ts'

/** True for a number, or for a date in milliseconds, within the range. */
type RangeTest = (value: number) => boolean

type Bounds = { from: number; to: number }

const everything: Bounds = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY }

/** GitHub's ranges: `5`, `>5`, `>=5`, `<5`, `<=5`, `1..5`, `1..*`, `*..5`; `undefined` for any other text. */
function parseRange(
  text: string,
  read: (text: string) => Bounds | undefined,
): RangeTest | undefined {
  const at = text.lastIndexOf('..')
  const [low, high] = [text.slice(0, at), text.slice(at + 2)]
  if (at > 0 && high !== '') {
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

export function parseNumberRange(text: string): RangeTest | undefined {
  return parseRange(text, (part) => {
    if (!/^\d{1,12}$/.test(part)) return undefined
    return { from: Number(part), to: Number(part) }
  })
}

const DAY_MS = 86_400_000

/** A date without a time is the whole day, in UTC. */
export function parseDateRange(text: string): RangeTest | undefined {
  return parseRange(text, (part) => {
    if (/^\d{4}-\d{2}-\d{2}$/.test(part)) {
      const from = Date.parse(part)
      // `Date.parse` turns 30 February into 1 March.
      if (Number.isNaN(from) || !new Date(from).toISOString().startsWith(part)) return undefined
      return { from, to: from + DAY_MS - 1 }
    }
    if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})?$/.test(part)) {
      return undefined
    }
    const from = parseDate(part)
    return Number.isNaN(from) ? undefined : { from, to: from }
  })
}
