import type { ReactNode } from 'react'
import { type SeriesLabels, startAt } from './series.ts'
import styles from './value-table.module.css'

type ValueTableProps = {
  label: string
  labels: SeriesLabels
  /** The values in each column, and their unit. */
  columns: readonly { unit: string; values: readonly number[] }[]
  /** Links for the chart. */
  actions?: ReactNode
}

/** The values of a chart in a collapsed table: one per row, or several consecutive weeks or days. */
export function ValueTable({ label, labels, columns, actions }: ValueTableProps) {
  const [perRow, rowHeader, suffix] = layoutOf(labels)
  const count = columns[0]?.values.length ?? 0
  const rows = Array.from({ length: Math.ceil(count / perRow) }, (_, row) => {
    const start = row * perRow
    const cells = columns.map(
      ({ values }) => `<td>${formatValues(values.slice(start, start + perRow))}</td>`,
    )
    const header = escapeHtml(startAt(labels, start))
    return `<tr><th scope="row">${header}</th>${cells.join('')}</tr>`
  })

  return (
    <details className={styles.details}>
      <summary className={styles.summary}>Show data</summary>
      {actions}
      <table className={styles.table}>
        <caption className="visually-hidden">{label}</caption>
        <thead>
          <tr>
            {rowHeader ? <th scope="col">{rowHeader}</th> : <td />}
            {columns.map(({ unit }) => (
              <th key={unit} scope="col">
                {unit + suffix}
              </th>
            ))}
          </tr>
        </thead>
        <tbody
          // biome-ignore lint/security/noDangerouslySetInnerHtml: escaped; React would take most of a chart's time for the cells
          dangerouslySetInnerHTML={{ __html: rows.join('') }}
        />
      </table>
    </details>
  )
}

function layoutOf(labels: SeriesLabels): [perRow: number, rowHeader: string, suffix: string] {
  if ('firstWeek' in labels) return [4, 'Four weeks from', ' per week']
  return 'firstDay' in labels ? [7, 'Seven days from', ' per day'] : [1, '', '']
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`)
}

function formatValues(values: readonly number[]): string {
  return values.map((value) => (value < 1000 ? value : value.toLocaleString('en'))).join(' · ')
}
