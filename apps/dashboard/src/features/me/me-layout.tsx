import { Avatar } from '@repo/ui/avatar'
import { Button } from '@repo/ui/button'
import { Chip } from '@repo/ui/chip'
import { Stack } from '@repo/ui/columns'
import { Tabs } from '@repo/ui/tabs'
import type { ReactNode } from 'react'
import { useFrame } from '#components/shell/frame-context.tsx'
import styles from './me-layout.module.css'
import { inboxPath, mePath } from './me-paths.ts'

type MeLayoutProps = {
  /** For a page that has no heading of its own. */
  title?: string
  current?: 'repositories' | 'inbox'
  children: ReactNode
}

/** What stands above every page of a viewer's own: who they are, where they are, and the way out. */
export function MeLayout({ title, current, children }: MeLayoutProps) {
  const viewer = useFrame()?.viewer
  return (
    <Stack gap="large">
      <div className={styles.who}>
        {viewer?.avatarUrl && <Avatar src={viewer.avatarUrl} size={28} />}
        <p>
          Signed in as <strong>{viewer?.login}</strong> <Chip tone="accent">your view</Chip>
        </p>
        <form className={styles.out} action="/api/auth/sign-out" method="post">
          <Button>Sign out</Button>
        </form>
      </div>
      <Tabs
        label="Yours"
        tabs={[
          { href: mePath, label: 'Repositories', current: current === 'repositories' },
          { href: inboxPath, label: 'Inbox', current: current === 'inbox' },
        ]}
      />
      {title && <h1 className={styles.title}>{title}</h1>}
      {children}
    </Stack>
  )
}
