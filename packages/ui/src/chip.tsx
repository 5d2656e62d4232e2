import Link from 'next/link'
import type { ReactNode } from 'react'
import styles from './chip.module.css'

type ChipProps = {
  tone?: 'neutral' | 'attention' | 'accent' | 'success' | 'danger' | undefined
  href?: string | undefined
  /** Whether the link changes a part of the page, which stays where it is. */
  keepsScroll?: boolean
  /** Explanation shown on hover. */
  title?: string | undefined
  children: ReactNode
}

/** A short label for the item beside it, such as a state or a topic. */
export function Chip({ tone = 'neutral', href, keepsScroll = false, title, children }: ChipProps) {
  const className = `${styles.chip} ${styles[tone]}`

  return href ? (
    <Link className={className} href={href} scroll={!keepsScroll} title={title}>
      {children}
    </Link>
  ) : (
    <span className={className} title={title}>
      {children}
    </span>
  )
}
