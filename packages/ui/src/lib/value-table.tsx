import { ScrollArea } from './scroll-area.tsx'
import { dayAt, labelAt, type Series } from './series.ts'
import styles from './value-table.module.css'

type ValueTableProps = { label: string; unit: string; series: Series }

const LATER_WEEKS = ['1 week later', '2 weeks later', '3 weeks later']

/** The values of a chart in a collapsed table: one in a row, or four consecutive weeks. */
export function ValueTable({ label, unit, series }: ValueTableProps) {
  const { values, labels } = series
  const isWeekly = 'firstWeek' in labels
  const columns = isWeekly ? [unit, ...LATER_WEEKS] : [unit]
  const perRow = columns.length
  const starts = Array.from({ length: Math.ceil(values.length / perRow) }, (_, row) => row * perRow)

  return (
    <details className={styles.details}>
      <summary className={styles.summary}>Show data</summary>
      <ScrollArea label={`${label}, data`}>
        <table className={styles.table}>
          <caption className="visually-hidden">{label}</caption>
          <thead>
            <tr>
              {isWeekly ? <th scope="col">Week of</th> : <td />}
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {starts.map((start) => (
              <tr key={start}>
                <th scope="row">{isWeekly ? dayAt(labels, start) : labelAt(labels, start)}</th>
                {columns
                  .filter((_, column) => start + column < values.length)
                  .map((name, column) => (
                    <td key={name}>{values[start + column]?.toLocaleString('en')}</td>
                  ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollArea>
    </details>
  )
}
