import type { ReactNode } from 'react'
import styles from './fact-table.module.css'
import { ScrollArea } from './lib/scroll-area.tsx'

type FactTableProps = {
  label: string
  className: string | undefined
  /** The head and the body; each cell names its column, or its row, in `data-name`. */
  children: ReactNode
}

/** A table of facts. On a phone each row is a heading, with its values and their names below it. */
export function FactTable({ label, className, children }: FactTableProps) {
  return (
    <ScrollArea label={label}>
      <table className={`${styles.table} ${className}`}>{children}</table>
    </ScrollArea>
  )
}
