import Link from 'next/link'
import styles from './tabs.module.css'

type TabsProps = {
  label: string
  tabs: readonly {
    href: string
    label: string
    count?: string | undefined
    current?: boolean | undefined
  }[]
  /** Whether the tabs change a part of the page, which stays where it is. */
  keepsScroll?: boolean
}

/** Navigation between the pages of one resource. */
export function Tabs({ label, tabs, keepsScroll = false }: TabsProps) {
  return (
    <nav className={styles.tabs} aria-label={label} ref={showCurrentTab}>
      <ul className={styles.list}>
        {tabs.map((tab) => (
          <li key={tab.href}>
            <Link
              href={tab.href}
              scroll={!keepsScroll}
              aria-current={tab.current ? 'page' : undefined}
            >
              {tab.label}
              {tab.count && <span className={styles.count}>{tab.count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Centers the current tab where the bar scrolls, for browsers without `scroll-initial-target`. */
function showCurrentTab(bar: HTMLElement | null): void {
  const tab = bar?.querySelector<HTMLElement>('[aria-current]')
  if (bar && tab) bar.scrollLeft = tab.offsetLeft - (bar.clientWidth - tab.offsetWidth) / 2
}
