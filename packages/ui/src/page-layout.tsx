import Link from 'next/link'
import type { ReactNode } from 'react'
import styles from './page-layout.module.css'

type PageLayoutProps = {
  brand: ReactNode
  search?: ReactNode
  /** Shown before the navigation, where it moves nothing when it appears later. */
  headerNote?: ReactNode
  nav: readonly { href: string; label: string; current?: boolean | undefined }[]
  /** Shown at the end of the header. */
  headerEnd?: ReactNode
  footer?: ReactNode
  children: ReactNode
}

/** The layout of every page: skip link, header, content and footer. */
export function PageLayout({
  brand,
  search,
  headerNote,
  nav,
  headerEnd,
  footer,
  children,
}: PageLayoutProps) {
  return (
    <div className={styles.layout}>
      <a className={styles.skip} href="#content">
        Skip to content
      </a>
      <header className={styles.header}>
        <div className={styles.brand}>{brand}</div>
        {search && <search className={styles.search}>{search}</search>}
        {headerNote && <div className={styles.headerNote}>{headerNote}</div>}
        <nav className={styles.nav} aria-label="Site">
          {nav.map(({ href, label, current }) => (
            <Link key={href} href={href} aria-current={current ? 'page' : undefined}>
              {label}
            </Link>
          ))}
        </nav>
        {headerEnd && <div className={styles.headerEnd}>{headerEnd}</div>}
      </header>
      <main className={styles.main} id="content" tabIndex={-1}>
        {children}
      </main>
      {footer && <footer className={styles.footer}>{footer}</footer>}
    </div>
  )
}
