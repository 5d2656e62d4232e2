import Link from 'next/link'
import type { ReactNode } from 'react'
import styles from './card.module.css'

type CardGridProps = { children: ReactNode }

/** A grid of cards with as many columns as fit. */
export function CardGrid({ children }: CardGridProps) {
  return <ul className={styles.grid}>{children}</ul>
}

type CardProps = {
  href: string
  title: ReactNode
  /** A button at the corner, which the link does not cover. */
  action?: ReactNode
  children?: ReactNode
  /** A line of details at the bottom of the card. */
  meta?: ReactNode
}

/** A card in which every part but its action is a link to the same page. */
export function Card({ href, title, action, children, meta }: CardProps) {
  return (
    <li className={styles.card}>
      <Link className={styles.title} href={href} dir="auto">
        {title}
      </Link>
      {children && <div className={styles.body}>{children}</div>}
      {meta && <div className={styles.meta}>{meta}</div>}
      {action && <div className={styles.action}>{action}</div>}
    </li>
  )
}
