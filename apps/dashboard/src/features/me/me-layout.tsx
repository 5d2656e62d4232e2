import { Avatar } from '@repo/ui/avatar'
import { Banner } from '@repo/ui/banner'
import { Button } from '@repo/ui/button'
import { Chip } from '@repo/ui/chip'
import { Stack } from '@repo/ui/columns'
import { Tabs } from '@repo/ui/tabs'
import { Timestamp } from '@repo/ui/timestamp'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { useFrame } from '#components/shell/frame-context.tsx'
import { type ViewerPage, viewerPages } from '#components/shell/viewer-pages.ts'
import styles from './me-layout.module.css'

type MeLayoutProps = {
  /** The heading of a page without its own. */
  title?: string
  current?: ViewerPage
  children: ReactNode
}

/** The header of every viewer page: the account, the tabs, and the sign-out button. */
export function MeLayout({ title, current, children }: MeLayoutProps) {
  const { viewer, hasHeaderToken, tokenExpiresAt } = useFrame() ?? {}
  return (
    <Stack gap="large">
      <div className={styles.account}>
        {viewer?.avatarUrl && <Avatar src={viewer.avatarUrl} size={28} />}
        <p>
          Signed in as <strong>{viewer?.login}</strong>{' '}
          {hasHeaderToken && <span>by the Authorization header of your requests </span>}
          <Chip tone="accent">Only you can see this page</Chip>
        </p>
        {!hasHeaderToken && (
          <form className={styles.signOut} action="/api/auth/sign-out" method="post">
            <Button>Sign out</Button>
          </form>
        )}
      </div>
      <Tabs
        label="Your pages"
        tabs={viewerPages.map(({ page, href, label }) => ({
          href,
          label,
          current: page === current,
        }))}
      />
      {tokenExpiresAt && <ExpiryBanner date={tokenExpiresAt} />}
      {title && <h1 className={styles.title}>{title}</h1>}
      {children}
    </Stack>
  )
}

function ExpiryBanner({ date }: { date: string }) {
  return (
    <Banner tone="warning" title="Your access token expires soon">
      GitHub accepts it until <Timestamp date={date} format="datetime" />. Create a new one, and{' '}
      <Link href="/sign-in">sign in with it</Link>.{' '}
      <Link href="/me/settings">About this token</Link>
    </Banner>
  )
}
