import type { ReactNode } from 'react'
import styles from './chart-total.module.css'

/** The total of a chart's period, with its unit, as the headline above the chart. */
export function ChartTotal({ children }: { children: ReactNode }) {
  return <p className={styles.total}>{children}</p>
}
