import { Avatar } from '@repo/ui/avatar'
import Link from 'next/link'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import type { Frame } from '#server/frame.ts'
import styles from './account-menu.module.css'
import { viewerPages } from './viewer-pages.ts'

type Viewer = NonNullable<Frame['viewer']>

/** The response of `/api/session`: the signed-in viewer, or empty. */
export type SessionResponse = Viewer | Record<string, never>

type AccountMenuProps = {
  /** The viewer, on a page that shows them; otherwise the browser requests them. */
  viewer: Viewer | undefined
  /** Shown without a session, and in browsers without popovers. */
  children: ReactNode
}

/** The viewer's avatar, which opens a menu of their pages. */
export function AccountMenu({ viewer, children }: AccountMenuProps) {
  const id = useId()
  const menu = useRef<HTMLDivElement>(null)
  const { login, avatarUrl } = useSession(viewer)
  if (!login || !('popover' in HTMLElement.prototype)) return children
  const hideMenu = () => menu.current?.hidePopover()
  return (
    <>
      <button
        className={styles.button}
        type="button"
        popoverTarget={id}
        aria-label={`Signed in as ${login}`}
        title={login}
      >
        {avatarUrl ? <Avatar src={avatarUrl} size={28} /> : login.slice(0, 1).toUpperCase()}
      </button>
      <div className={styles.menu} id={id} ref={menu} popover="auto">
        <p className={styles.login}>
          Signed in as <strong>{login}</strong>
        </p>
        <ul>
          {viewerPages.map(({ href, label }) => (
            <li key={href}>
              <Link className={styles.item} href={href} onClick={hideMenu}>
                {label}
              </Link>
            </li>
          ))}
        </ul>
        <form action="/api/auth/sign-out" method="post">
          <button className={styles.item} type="submit">
            Sign out
          </button>
        </form>
      </div>
    </>
  )
}

function useSession(viewer: Viewer | undefined): SessionResponse {
  const [session, setSession] = useState<SessionResponse>(viewer ?? {})
  const isKnown = viewer !== undefined || 'login' in session
  useEffect(() => {
    if (isKnown) return
    const controller = new AbortController()
    fetch('/api/session', { cache: 'no-store', signal: controller.signal })
      .then((response) => (response.ok ? response.json() : {}))
      .then((body: SessionResponse) => setSession(body))
      // The page works without it.
      .catch(() => {})
    return () => controller.abort()
  }, [isKnown])
  return viewer ?? session
}
