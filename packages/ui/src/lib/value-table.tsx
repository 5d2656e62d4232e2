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
  const starts = Array.from({ length: Math.ceil(values.length / perRow) }, (_, row) => row * perRow)

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
          <tbody>
            {starts.map((start) => (
              <tr key={start}>
                <th scope="row">{isWeekly ? dayAt(labels, start) : labelAt(labels, start)}</th>
                <td>{formatValues(values.slice(start, start + perRow))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollArea>
    </details>
  )
}

function formatValues(values: readonly number[]): string {
  return values.map((value) => value.toLocaleString('en')).join(' · ')
}
