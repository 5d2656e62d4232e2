import type { UnreadRepo } from '#components/repo/unread-repo.ts'
import type { ReportLine } from '#components/report/report-line.tsx'
import { reportSubjects } from '#features/overview/report-subjects.ts'
import type { Column, Figure, Figures, ReportValues } from './compared.ts'

/** A value in a row, with its place in it; undefined for a repository that was not read. */
export type Cell = { value: Value; mark?: 'most' | 'fewest' } | undefined

type Value =
  | { figure: Figure }
  | { text: string }
  | Pick<ReportValues, 'status'>
  | { line: ReportLine | undefined }

/** A row of the comparison: one property of each repository. */
export type CompareRow = { name: string; cells: Cell[]; differs: boolean }

/** The rows of figures, in order. */
export const figureRows = [
  { figure: 'stars', name: 'Stars', isRanked: true },
  { figure: 'newStars', name: 'Net new stars in the past year', isRanked: true },
  { figure: 'forks', name: 'Forks', isRanked: true },
  { figure: 'watchers', name: 'Watchers', isRanked: true },
  { figure: 'contributors', name: 'Contributors in the past year', isRanked: true },
  { figure: 'commits', name: 'Commits in the past year', isRanked: true },
  // Many open issues are a sign of many users as well as of little care.
  { figure: 'openIssues', name: 'Open issues', isRanked: false },
  { figure: 'openPulls', name: 'Open pull requests', isRanked: false },
] as const satisfies readonly { figure: keyof Figures; name: string; isRanked: boolean }[]

/** Creates the rows, each with the most and the fewest where more is better. */
export function createRows(columns: readonly (Column | UnreadRepo)[]): CompareRow[] {
  function createRow(name: string, getValue: (column: Column) => Value): CompareRow {
    const cells = columns.map((column) =>
      'figures' in column ? { value: getValue(column) } : undefined,
    )
    const shown = new Set(cells.flatMap((cell) => (cell ? [keyOf(cell.value)] : [])))
    return { name, cells, differs: shown.size > 1 }
  }
  return [
    ...figureRows.map(({ figure, name, isRanked }) => {
      const row = createRow(name, ({ figures }) => ({ figure: figures[figure] }))
      return isRanked ? { ...row, cells: markExtremes(row.cells) } : row
    }),
    createRow('Languages', ({ languages }) => ({ text: languages ?? 'unknown' })),
    createRow('Status', ({ report }) => ({ status: report.status })),
    ...reportSubjects.map((name, index) =>
      createRow(name, ({ report }) => ({ line: report.lines[index] })),
    ),
  ]
}

/** Marks the highest and the lowest number, unless a value is unknown or all are the same. */
function markExtremes(cells: readonly Cell[]): Cell[] {
  const figures = cells.flatMap((cell) => (cell && 'figure' in cell.value ? cell.value.figure : []))
  const numbers = figures.filter((figure) => typeof figure === 'number')
  const highest = Math.max(...numbers)
  const lowest = Math.min(...numbers)
  if (numbers.length < figures.length || !(highest > lowest)) return [...cells]
  return cells.map((cell) => {
    const figure = cell && 'figure' in cell.value ? cell.value.figure : null
    if (cell && figure === highest) return { ...cell, mark: 'most' }
    if (cell && figure === lowest) return { ...cell, mark: 'fewest' }
    return cell
  })
}

/** Identifies what a cell shows; the link of a report line differs by its repository. */
function keyOf(value: Value): string {
  if (!('line' in value)) return JSON.stringify(value)
  const { judgment, title, at } = value.line ?? {}
  return JSON.stringify({ judgment, title, at })
}
