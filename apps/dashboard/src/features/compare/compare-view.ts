import type { ParsedUrlQuery } from 'node:querystring'
import { comparePath } from '#components/repo/compare-path.ts'

/** How a comparison is shown, in the order of its search parameters; the first choice is the default. */
const choices = {
  chart: ['commits', 'stars'],
  scale: ['absolute', 'indexed', 'logarithmic'],
  by: ['date', 'age'],
  rows: ['all', 'different'],
} as const

/** How a URL shows a comparison. */
export type CompareView = {
  chart: (typeof choices.chart)[number]
  scale: (typeof choices.scale)[number]
  by: (typeof choices.by)[number]
  /** Which rows of the table are shown. */
  rows: (typeof choices.rows)[number]
  /** Whether it is a viewer's own comparison, which may have private repositories. */
  isPersonal?: true
}

/** Parses `?chart=stars&scale=indexed&by=age`; an unknown choice is the default. */
export function parseCompareView(query: ParsedUrlQuery): CompareView {
  return {
    chart: choose(choices.chart, query.chart),
    scale: choose(choices.scale, query.scale),
    by: choose(choices.by, query.by),
    rows: choose(choices.rows, query.rows),
  }
}

function choose<Choice extends string>(
  [first, ...others]: readonly [Choice, ...Choice[]],
  value: unknown,
): Choice {
  return others.find((choice) => choice === value) ?? first
}

/** Returns the search parameters of a view, except defaults. */
export function viewParams({ isPersonal: _, ...view }: CompareView): Record<string, string> {
  return Object.fromEntries(
    Object.entries(view).filter(([name, value]) => value !== choices[name as Choice][0]),
  )
}

type Choice = keyof typeof choices

/** Returns the path of a comparison in a view. */
export function compareViewPath(names: readonly string[], view: CompareView): string {
  const search = new URLSearchParams(viewParams(view))
  const path = comparePath(names, view.isPersonal)
  if (search.size === 0) return path
  return `${path}${names.length === 0 ? '?' : '&'}${search}`
}
