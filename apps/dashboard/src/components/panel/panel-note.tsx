import type { ReactNode } from 'react'
import styles from './panel-note.module.css'

/** The total of a panel's period, with its unit, as the headline above its chart. */
export function PanelTotal({ children }: { children: ReactNode }) {
  return <p className={styles.total}>{children}</p>
}

/** A line below a panel's figures that explains them. */
export function PanelNote({ children }: { children: ReactNode }) {
  return <p className={styles.note}>{children}</p>
}
