import { ScrollArea } from './scroll-area.tsx'
import { dayAt, labelAt, type Series } from './series.ts'
import styles from './value-table.module.css'

type ValueTableProps = { label: string; unit: string; series: Series }

const WEEKS_PER_ROW = 4

/** The values of a chart in a collapsed table: one per row, or four if they are consecutive weeks. */
export function ValueTable({ label, unit, series }: ValueTableProps) {
  const { values, labels } = series
  const isWeekly = 'firstWeek' in labels
  const perRow = isWeekly ? WEEKS_PER_ROW : 1
  const rows = Array.from({ length: Math.ceil(values.length / perRow) }, (_, row) => {
    const start = row * perRow
    const label = isWeekly ? dayAt(labels, start) : labelAt(labels, start)
    const cell = formatValues(values.slice(start, start + perRow))
    return `<tr><th scope="row">${escapeHtml(label)}</th><td>${cell}</td></tr>`
  })

  return (
    <details className={styles.details}>
      <summary className={styles.summary}>Show data</summary>
      <ScrollArea label={`${label}, data`}>
        <table className={styles.table}>
          <caption className="visually-hidden">{label}</caption>
          <thead>
            <tr>
              {isWeekly ? <th scope="col">Four weeks from</th> : <td />}
              <th scope="col">{isWeekly ? `${unit} per week` : unit}</th>
            </tr>
          </thead>
          <tbody
            // biome-ignore lint/security/noDangerouslySetInnerHtml: escaped; React would take most of a chart's time for the cells
            dangerouslySetInnerHTML={{ __html: rows.join('') }}
          />
        </table>
      </ScrollArea>
    </details>
  )
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`)
}

function formatValues(values: readonly number[]): string {
  return values.map((value) => (value < 1000 ? value : value.toLocaleString('en'))).join(' · ')
}
