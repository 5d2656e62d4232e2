import type { ReactNode } from 'react'
import dataTable from './data-table.module.css'
import styles from './grouped-table.module.css'
import { ScrollArea } from './lib/scroll-area.tsx'

type GroupedTableProps = {
  label: string
  /** The column headings, including the column of group and row names. */
  columns: readonly string[]
  groups: readonly {
    name: string
    rows: readonly { name: string; cells: readonly ReactNode[] }[]
  }[]
}

/** A table of numbers in groups, each with a heading. It scrolls horizontally if it is too wide. */
export function GroupedTable({ label, columns, groups }: GroupedTableProps) {
  return (
    <ScrollArea label={label}>
      <table className={`${dataTable.table} ${dataTable.number}`}>
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
        {groups.map((group) => (
          <tbody key={group.name} className={styles.group}>
            <tr>
              <th scope="rowgroup" colSpan={columns.length}>
                <bdi>{group.name}</bdi>
              </th>
            </tr>
            {group.rows.map(({ name, cells }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {cells.map((cell, index) => (
                  <td key={columns[index + 1]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </ScrollArea>
  )
}
