import Link from 'next/link'
import type { ReactNode } from 'react'
import styles from './card-link.module.css'

type CardGridProps = { children: ReactNode }

/** Cards in as many columns as fit. */
export function CardGrid({ children }: CardGridProps) {
  return <ul className={styles.grid}>{children}</ul>
}

type CardProps = {
  href: string
  title: ReactNode
  children?: ReactNode
  /** Facts in a line at the card's foot. */
  meta?: ReactNode
}

/** A thing worth a page of its own: the whole card leads there. */
export function Card({ href, title, children, meta }: CardProps) {
  return (
    <li className={styles.card}>
      <Link className={styles.title} href={href} dir="auto">
        {title}
      </Link>
      {children && <div className={styles.body}>{children}</div>}
      {meta && <div className={styles.meta}>{meta}</div>}
    </li>
  )
}
