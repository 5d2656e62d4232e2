import type { ReactNode } from 'react'
import styles from './data-table.module.css'
import { ScrollArea } from './lib/scroll-area.tsx'

type DataTableProps = {
  label: string
  /** The column headings, including the column of row names. */
  columns: readonly string[]
  rows: readonly { key: string; name: ReactNode; cells: readonly ReactNode[] }[]
  /** Numbers are aligned to the end of their column. */
  cellType?: 'text' | 'number'
}

/** A table with row headings. It scrolls horizontally if it is too wide. */
export function DataTable({ label, columns, rows, cellType = 'text' }: DataTableProps) {
  return (
    <ScrollArea label={label}>
      <table className={cellType === 'number' ? `${styles.table} ${styles.number}` : styles.table}>
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
