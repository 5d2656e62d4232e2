import styles from './history-note.module.css'

/** What this browser saves of a board; it takes the place of the comparison until there is one. */
export function HistoryNote() {
  return (
    <p className={styles.note}>
      This browser saves the numbers of each day on which you open this board, to compare them a
      week later.
    </p>
  )
}
