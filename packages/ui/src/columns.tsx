import type { ReactNode } from 'react'
import styles from './columns.module.css'

type ColumnsProps = { main: ReactNode; side: ReactNode }

/** A wide column and a narrow one beside it, or below it where there is no room. */
export function Columns({ main, side }: ColumnsProps) {
  return (
    <div className={styles.columns}>
      <Stack>{main}</Stack>
      <Stack>{side}</Stack>
    </div>
  )
}

type StackProps = { gap?: 'small' | 'normal' | 'large' | undefined; children: ReactNode }

/** Things below each other at an even distance. */
export function Stack({ gap = 'normal', children }: StackProps) {
  return <div className={`${styles.stack} ${styles[gap]}`}>{children}</div>
}
