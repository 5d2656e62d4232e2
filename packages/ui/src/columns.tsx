import type { ReactNode } from 'react'
import styles from './columns.module.css'

type ColumnsProps = { main: ReactNode; side: ReactNode }

/** A wide column and a narrow column beside it, or below it on small screens. */
export function Columns({ main, side }: ColumnsProps) {
  return (
    <div className={styles.columns}>
      <Stack>{main}</Stack>
      <Stack>{side}</Stack>
    </div>
  )
}

type StackProps = { gap?: 'small' | 'normal' | 'large' | undefined; children: ReactNode }

/** Stacks its children vertically with an even gap. */
export function Stack({ gap = 'normal', children }: StackProps) {
  return <div className={`${styles.stack} ${styles[gap]}`}>{children}</div>
}
