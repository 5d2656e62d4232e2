import { Avatar } from '@repo/ui/avatar'
import Link from 'next/link'
import { useEffect, useState } from 'react'
import styles from './account.module.css'
import { useFrame } from './frame-context.tsx'

/** The response of `/api/session`: the signed-in viewer, or empty. */
export type SessionResponse = { login: string; avatarUrl: string | null } | Record<string, never>

/**
 * The signed-in viewer. Public pages are the same for every visitor, so the browser requests the
 * viewer, and only if a cookie shows that there is a session.
 */
export function Account() {
  const viewer = useFrame()?.viewer
  const fetched = useSession(viewer === undefined)
  const { login, avatarUrl } = viewer ?? fetched
  if (!login) return null
  return (
    <Link className={styles.account} href="/me" aria-label={`Signed in as ${login}`}>
      {avatarUrl && <Avatar src={avatarUrl} size={20} />}
      <span className={styles.login}>{login}</span>
    </Link>
  )
}

function useSession(isNeeded: boolean): SessionResponse {
  const [session, setSession] = useState<SessionResponse>({})
  useEffect(() => {
    if (!isNeeded || !hasSignedInCookie(document.cookie)) return
    const controller = new AbortController()
    fetch('/api/session', { cache: 'no-store', signal: controller.signal })
      .then((response) => (response.ok ? response.json() : {}))
      .then((body: SessionResponse) => setSession(body))
      // The page works without it.
      .catch(() => {})
    return () => controller.abort()
  }, [isNeeded])
  return session
}

// The name ends with the port of `SITE_URL`, which behind a proxy is not the port of this page.
function hasSignedInCookie(cookies: string): boolean {
  return /(?:^|; )(?:__Host-)?signed-in(?:-\d+)?=1(?:;|$)/.test(cookies)
}
