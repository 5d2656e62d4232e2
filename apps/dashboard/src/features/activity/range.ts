import type { ParsedUrlQuery } from 'node:querystring'
import { getSearchParam } from '#components/list-query.ts'

/** The periods of the activity page, by their names in URLs; the number of weeks that each shows. */
export const ranges = {
  '3m': { label: '3 months', period: 'in the past 3 months', weeks: 13 },
  '1y': { label: '1 year', period: 'in the past year', weeks: 52 },
  all: { label: 'All', period: 'since the first commit', weeks: undefined },
} as const

export type Range = keyof typeof ranges

/** The range of a URL without one. */
export const DEFAULT_RANGE: Range = '1y'

/** Parses the range; an unknown one is the default. */
export function parseRange(query: ParsedUrlQuery): Range {
  const name = getSearchParam(query, 'range') ?? DEFAULT_RANGE
  return isRange(name) ? name : DEFAULT_RANGE
}

function isRange(name: string): name is Range {
  return Object.hasOwn(ranges, name)
}

/** The query of a URL with a range; the default range is not in it. */
export function rangeQuery(range: Range): string {
  return range === DEFAULT_RANGE ? '' : `?range=${range}`
}

/** The title of the activity page; the default range is not in it. */
export function titleOfRange(range: Range): string {
  return range === DEFAULT_RANGE ? 'Activity' : `Activity ${ranges[range].period}`
}

/** The period of figures that GitHub has for the past year only. */
export function periodOfYear(range: Range): string {
  return ranges[range === 'all' ? '1y' : range].period
}
