import type { ReactNode } from 'react'
import styles from './data-table.module.css'
import { ScrollArea } from './scroll-area.tsx'

type DataTableProps = {
  label: string
  /** What the first column and the others hold. */
  columns: readonly string[]
  rows: readonly { key: string; name: ReactNode; cells: readonly ReactNode[] }[]
  /** What the cells hold: figures stand at the end of their column. */
  of?: 'texts' | 'figures'
}

/** A table whose rows have names, which scrolls by itself where it is too wide. */
export function DataTable({ label, columns, rows, of = 'texts' }: DataTableProps) {
  return (
    <ScrollArea label={label}>
      <table className={`${styles.table} ${styles[of]}`}>
        <caption className="visually-hidden">{label}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, cells }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              {cells.map((cell, index) => (
                <td key={columns[index + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  )
}
