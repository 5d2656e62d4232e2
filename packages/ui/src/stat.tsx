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
    <div className={styles.stat}>
      <dt className={styles.label}>
        {href ? (
          <Link className={styles.link} href={href}>
            {label}
          </Link>
        ) : (
          label
        )}
      </dt>
      <dd className={styles.value}>
        <span>{value}</span>
        {detail && <small className={styles.detail}>{detail}</small>}
      </dd>
    </div>
  )
}
