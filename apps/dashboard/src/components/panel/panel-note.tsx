import type { ReactNode } from 'react'
import styles from './panel-note.module.css'

/** A line below a panel's figures that explains them. */
export function PanelNote({ children }: { children: ReactNode }) {
  return <p className={styles.note}>{children}</p>
}
