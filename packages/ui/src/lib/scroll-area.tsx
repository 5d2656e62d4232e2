import type { ReactNode } from 'react'
import styles from './scroll-area.module.css'
import { watchOverflow } from './watch-overflow.ts'

type ScrollAreaProps = { label: string; children: ReactNode }

/** A named box for wide content; it is a tab stop only while it scrolls. */
export function ScrollArea({ label, children }: ScrollAreaProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups controls
    <div role="group" aria-label={label} className={styles.area} ref={watchOverflow}>
      {children}
    </div>
  )
}
