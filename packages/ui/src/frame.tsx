import Link from 'next/link'
import type { ReactNode } from 'react'
import styles from './frame.module.css'

type FrameProps = {
  brand: ReactNode
  search?: ReactNode
  nav: readonly { href: string; label: string; current?: boolean | undefined }[]
  aside?: ReactNode
  footer?: ReactNode
  children: ReactNode
}

/** What every page stands in: skip link, header, the page's content and a footer. */
export function Frame({ brand, search, nav, aside, footer, children }: FrameProps) {
  return (
    <div className={styles.frame}>
      <a className={styles.skip} href="#content">
        Skip to content
      </a>
      <header className={styles.header}>
        <div className={styles.brand}>{brand}</div>
        {search && <search className={styles.search}>{search}</search>}
        <nav className={styles.nav} aria-label="Site">
          {nav.map(({ href, label, current }) => (
            <Link key={href} href={href} aria-current={current ? 'page' : undefined}>
              {label}
            </Link>
          ))}
        </nav>
        {aside && <div className={styles.aside}>{aside}</div>}
      </header>
      <main className={styles.main} id="content" tabIndex={-1}>
        {children}
      </main>
      {footer && <footer className={styles.footer}>{footer}</footer>}
    </div>
  )
}
