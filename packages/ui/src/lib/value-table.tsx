import { Count } from './count.tsx'
import { ScrollArea } from './scroll-area.tsx'
import styles from './value-table.module.css'

type ValueTableProps = {
  label: string
  unit: string
  rows: readonly { label: string; value: number; x: number }[]
}

/** The values of a chart in a collapsed table. */
export function ValueTable({ label, unit, rows }: ValueTableProps) {
  return (
    <details className={styles.details}>
      <summary className={styles.summary}>Show data</summary>
      <ScrollArea label={`${label}, data`}>
        <table className={styles.table}>
          <caption className="visually-hidden">{label}</caption>
          <thead>
            <tr>
              <td />
              <th scope="col">{unit}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.x}>
                <th scope="row">{row.label}</th>
                <td>
                  <Count value={row.value} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollArea>
    </details>
  )
}
