import type { ReactNode } from 'react'
import styles from './scroll-area.module.css'

type ScrollAreaProps = { label: string; children: ReactNode }

/** A box for wide content that scrolls horizontally, also with the keyboard. */
export function ScrollArea({ label, children }: ScrollAreaProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without it the keyboard cannot scroll the box
    <section aria-label={label} className={styles.area} tabIndex={0}>
      {children}
    </section>
  )
}
