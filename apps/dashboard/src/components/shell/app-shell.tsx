import { Chip } from '@repo/ui/chip'
import { PageLayout } from '@repo/ui/page-layout'
import { ProgressBar } from '@repo/ui/progress-bar'
import { SearchBox } from '@repo/ui/search-box'
import Link from 'next/link'
import { useRouter } from 'next/router'
import { type ReactNode, Suspense } from 'react'
import { loadOnDemand } from '#components/load-on-demand.ts'
import { Account } from './account.tsx'
import styles from './app-shell.module.css'
import { DataSourceNote } from './data-source-note.tsx'
import { useDataSource } from './use-data-source.ts'
import { useFormNavigation } from './use-form-navigation.ts'
import { useNavigating } from './use-navigating.ts'

const ThemeButton = loadOnDemand(async () => (await import('@repo/ui/theme-button')).ThemeButton)

type AppShellProps = {
  /** Whether a failure is shown in place of the page. */
  hasFailed: boolean
  /** The button that opens the request inspector. */
  inspector: ReactNode
  children: ReactNode
}

/** The header and footer around every page. */
export function AppShell({ hasFailed, inspector, children }: AppShellProps) {
  const { pathname, query } = useRouter()
  const source = useDataSource()
  useFormNavigation()
  // A failed search keeps its words, its filters and its order.
  // A new query may be a name, so it loses the type.
  const search: typeof query = pathname === '/search' ? query : {}
  const { q, page, type, ...preservedParams } = search
  const value = typeof q === 'string' ? q : undefined

  return (
    <>
      <ProgressBar active={useNavigating()} />
      <PageLayout
        brand={
          <Link className={styles.brand} href="/">
            {/* biome-ignore lint/performance/noImgElement: an SVG needs no image optimizer */}
            <img src="/icon.svg" alt="" width="20" height="20" /> Repo Dashboard
          </Link>
        }
        // The home page and the search page have their own search box.
        search={
          !hasFailed && (pathname === '/' || pathname === '/search') ? undefined : (
            <SearchBox
              key={value}
              action="/search"
              name="q"
              label="Search repositories or enter owner/name"
              value={value}
              preservedParams={preservedParams}
            />
          )
        }
        headerNote={
          source === 'sample' && (
            <Chip tone="attention" title="Fictional repositories, not live GitHub data">
              Sample data
            </Chip>
          )
        }
        nav={[
          { href: '/compare', label: 'Compare', current: pathname === '/compare' },
          { href: '/me/inbox', label: 'Inbox', current: pathname === '/me/inbox' },
          { href: '/learn', label: 'Learn', current: pathname.startsWith('/learn') },
          { href: '/status', label: 'Status', current: pathname === '/status' },
        ]}
        headerEnd={
          <>
            <Suspense>
              <ThemeButton />
            </Suspense>
            <Account />
            {inspector}
          </>
        }
        footer={
          <div className={styles.source}>
            <DataSourceNote source={source} />
          </div>
        }
      >
        {children}
      </PageLayout>
    </>
  )
}
