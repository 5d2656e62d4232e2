import type { ReactNode } from 'react'
import styles from './history-note.module.css'

/** A note below a board. */
export function Note({ children }: { children: ReactNode }) {
  return <p className={styles.note}>{children}</p>
}

/** What this browser saves of a board; it takes the place of the comparison until there is one. */
export function HistoryNote() {
  return (
    <Note>
      This browser saves the numbers of each day on which you open this board, to compare them a
      week later.
    </Note>
  )
}
