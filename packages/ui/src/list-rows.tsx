import type { ReactNode } from 'react'
import styles from './list-rows.module.css'

type RowsProps = { children: ReactNode }

/** A list of rows with a thin line between them. */
export function Rows({ children }: RowsProps) {
  return <ul className={styles.rows}>{children}</ul>
}

type RowProps = { main: ReactNode; end?: ReactNode }

/** A row with its name at the start and a number or a date at the end. */
export function Row({ main, end }: RowProps) {
  return (
    <li>
      <div>{main}</div>
      {end && <div>{end}</div>}
    </li>
  )
}
