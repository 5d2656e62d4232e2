import { Count } from './count.tsx'
import { ScrollArea } from './scroll-area.tsx'
import styles from './value-table.module.css'

type ValueTableProps = {
  label: string
  unit: string
  rows: readonly { label: string; value: number; x: number }[]
}

/** The numbers behind a chart, folded away until asked for. */
export function ValueTable({ label, unit, rows }: ValueTableProps) {
  return (
    <details className={styles.details}>
      <summary className={styles.summary}>As a table</summary>
      <ScrollArea label={`${label}, as a table`}>
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
