import Link from 'next/link'
import type { ReactNode } from 'react'
import styles from './stat.module.css'

type StatListProps = { label: string; children: ReactNode }

/** A row of figures that becomes a grid where space is limited. */
export function StatList({ label, children }: StatListProps) {
  return (
    <div className={styles.container}>
      <dl className={styles.list} aria-label={label}>
        {children}
      </dl>
    </div>
  )
}

type StatProps = {
  label: string
  value: ReactNode
  detail?: ReactNode
  href?: string | undefined
}

/** A figure with its name. With `href`, the whole figure is a link. */
export function Stat({ label, value, detail, href }: StatProps) {
  return (
    <div>
      <dt>{href ? <Link href={href}>{label}</Link> : label}</dt>
      <dd>
        <span>{value}</span>
        {detail && <small>{detail}</small>}
      </dd>
    </div>
  )
}
