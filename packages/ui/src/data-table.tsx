import type { ReactNode } from 'react'
import styles from './data-table.module.css'
import { ScrollArea } from './scroll-area.tsx'

type DataTableProps = {
  label: string
  /** Names of the columns; the first is that of the rows' subjects. */
  head: readonly string[]
  rows: readonly { key: string; cells: readonly ReactNode[] }[]
}

/** A table of subjects and their figures, which scrolls by itself where it is too wide. */
export function DataTable({ label, head, rows }: DataTableProps) {
  return (
    <ScrollArea label={label}>
      <table className={styles.table}>
        <thead>
          <tr>
            {head.map((name) => (
              <th scope="col" key={name}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells: [subject, ...figures] }) => (
            <tr key={key}>
              <th scope="row">{subject}</th>
              {figures.map((figure, index) => (
                <td key={head[index + 1]}>{figure}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  )
}
