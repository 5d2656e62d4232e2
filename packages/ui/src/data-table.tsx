import type { ReactNode } from 'react'
import styles from './data-table.module.css'
import { ScrollArea } from './scroll-area.tsx'

type DataTableProps = {
  label: string
  /** What the first column and the others hold. */
  columns: readonly string[]
  rows: readonly { name: string; cells: readonly ReactNode[] }[]
}

/** A table of short texts, whose rows have names of their own. */
export function DataTable({ label, columns, rows }: DataTableProps) {
  return (
    <ScrollArea label={label}>
      <table className={styles.table}>
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
          {rows.map(({ name, cells }) => (
            <tr key={name}>
              <th scope="row">
                <code>{name}</code>
              </th>
              {cells.map((cell, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a cell has no name but its column's
                <td key={index}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  )
}
