import { useRouter } from 'next/router'
import { useEffect, useEffectEvent, useRef } from 'react'

// GitHub asks programs that poll to wait a minute (its header `X-Poll-Interval`).
const LIFETIME_MS = 60_000

/**
 * Reloads the page's data when its tab becomes visible again and the data is older than a minute. A
 * hidden page runs nothing.
 * @param data changes with each reload.
 * @param onReload runs the reload, so that the page can keep what has the focus.
 */
export function useRefreshOnReturn(
  data: unknown,
  onReload: (reload: () => Promise<unknown>) => Promise<void>,
): void {
  const router = useRouter()
  const loadedAt = useRef(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: new data is loaded now.
  useEffect(() => {
    loadedAt.current = Date.now()
  }, [data])

  const refresh = useEffectEvent(() => {
    const isDue = Date.now() - loadedAt.current >= LIFETIME_MS
    // Without a connection, the reload would replace the page by an error.
    if (document.hidden || !isDue || !navigator.onLine) return
    loadedAt.current = Date.now()
    void onReload(() => router.replace(router.asPath, undefined, { scroll: false }))
  })

  useEffect(() => {
    const handle = () => refresh()
    document.addEventListener('visibilitychange', handle)
    return () => document.removeEventListener('visibilitychange', handle)
  }, [])
}
