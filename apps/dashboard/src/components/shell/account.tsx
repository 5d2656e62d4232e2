import { Avatar } from '@repo/ui/avatar'
import Link from 'next/link'
import { useEffect, useState } from 'react'
import styles from './account.module.css'
import { useFrame } from './frame-context.tsx'
import type { SignedIn } from './signed-in.ts'

/**
 * The signed-in viewer. A public page is the same for every visitor, so the browser fetches this, and
 * only when a cookie says that there is a session.
 */
export function Account() {
  const shown = useFrame()?.viewer
  const asked = useSignedIn(shown === undefined)
  const { login, avatarUrl } = shown ?? asked
  if (!login) return null
  return (
    <Link className={styles.account} href="/me" aria-label={`Signed in as ${login}`}>
      {avatarUrl && <Avatar src={avatarUrl} size={20} />}
      <span className={styles.login}>{login}</span>
    </Link>
  )
}

function useSignedIn(unknown: boolean): SignedIn {
  const [signedIn, setSignedIn] = useState<SignedIn>({})
  useEffect(() => {
    if (!unknown || !hasSignedInCookie(document.cookie)) return
    const left = new AbortController()
    fetch('/api/session', { cache: 'no-store', signal: left.signal })
      .then((response) => (response.ok ? response.json() : {}))
      .then((body: SignedIn) => setSignedIn(body))
      // The page works without it.
      .catch(() => {})
    return () => left.abort()
  }, [unknown])
  return signedIn
}

function hasSignedInCookie(cookies: string): boolean {
  return /(?:^|; )(?:__Host-)?signed-in=1(?:;|$)/.test(cookies)
}
