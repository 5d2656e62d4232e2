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
  children?: ReactNode
  /** A line of details at the bottom of the card. */
  meta?: ReactNode
}

/** A card in which every part is a link to the same page. */
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
