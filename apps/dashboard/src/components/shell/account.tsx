import Link from 'next/link'
import { useRouter } from 'next/router'
import { Suspense, useEffect, useState } from 'react'
import { loadOnDemand } from '#components/load-on-demand.ts'
import styles from './account.module.css'
import { useFrame } from './frame-context.tsx'

const AccountMenu = loadOnDemand(async () => (await import('./account-menu.tsx')).AccountMenu)

/**
 * The link to sign in, or the viewer's menu. Public pages are the same for every visitor, so they
 * contain the link, and the browser replaces it if a cookie shows that there is a session.
 */
export function Account() {
  const viewer = useFrame()?.viewer
  const { asPath } = useRouter()
  const [hasSession, setHasSession] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a session can end on each page
  useEffect(() => setHasSession(hasSignedInCookie(document.cookie)), [asPath])

  const link = (
    <Link className={styles.link} href={viewer ? '/me' : '/sign-in'}>
      {viewer?.login ?? 'Sign in'}
    </Link>
  )
  return (
    <div className={styles.account}>
      {hasSession ? (
        <Suspense fallback={link}>
          <AccountMenu viewer={viewer}>{link}</AccountMenu>
        </Suspense>
      ) : (
        link
      )}
    </div>
  )
}

// The name ends with the port of `SITE_URL`, which behind a proxy is not the port of this page.
function hasSignedInCookie(cookies: string): boolean {
  return /(^|; )(__Host-)?signed-in(-\d+)?=1(;|$)/.test(cookies)
}
