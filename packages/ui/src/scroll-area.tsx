import type { ReactNode } from 'react'
import styles from './scroll-area.module.css'

type ScrollAreaProps = { label: string; children: ReactNode }

/** Keeps what is too wide for the page in a box that scrolls by itself, with the keyboard too. */
export function ScrollArea({ label, children }: ScrollAreaProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without it the keyboard cannot scroll the box
    <section aria-label={label} className={styles.area} tabIndex={0}>
      {children}
    </section>
  )
}
