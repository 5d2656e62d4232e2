import { useRouter } from 'next/router'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { ClockTime } from '#components/clock-time.tsx'
import type { Follow } from '#server/read-scope.ts'
import { dataPath } from './data-path.ts'

/** The least time between two loads of the data. */
const MIN_PAUSE_MS = 2000
/** Longer than a shared cache stores a page that was rendered during a change. */
const RETRY_MS = 6000
const MAX_ATTEMPTS = 3
/** A page that is visible for less opens no stream. */
const MIN_VISIBLE_MS = 2000
/** How long the stream stays closed after the server has refused it. It doubles with each refusal. */
const MIN_RECONNECT_MS = 5000
const MAX_RECONNECT_MS = 60_000
/** A page that was hidden for longer loads its data again. */
const MAX_HIDDEN_MS = 60_000

/**
 * Loads the data of the open page again when GitHub has reported a change, and says so. The page keeps
 * its place, its focus and what was typed. While it is hidden, nothing runs; afterwards it catches up.
 */
export function Follower({ tag, version, isStreamed }: Follow) {
  const [announced, setAnnounced] = useState(version)
  const [tried, setTried] = useState({ version, count: 0, endedAt: Number.NEGATIVE_INFINITY })
  const updatedAt = useUpdatedAt(version)
  const load = useLoad()

  useAnnouncements(isStreamed ? tag : undefined, Math.max(version, announced), (newest) =>
    setAnnounced((known) => Math.max(known, newest)),
  )
  useReturn(() => void load())

  const attempts = tried.version === announced ? tried.count : 0
  const isDue = announced > version && attempts < MAX_ATTEMPTS
  const loadAnnounced = useEffectEvent(async () => {
    await load()
    setTried({ version: announced, count: attempts + 1, endedAt: performance.now() })
  })
  useEffect(() => {
    if (!isDue) return
    const pause = attempts === 0 ? MIN_PAUSE_MS : RETRY_MS
    const timer = setTimeout(loadAnnounced, tried.endedAt + pause - performance.now())
    return () => clearTimeout(timer)
  }, [isDue, attempts, tried.endedAt])

  return (
    <span role="status" data-version={version}>
      {updatedAt && (
        <span>
          . New data loaded at <ClockTime time={updatedAt} />
        </span>
      )}
    </span>
  )
}

/** Returns when the page got data with a newer version; undefined if it did not. */
function useUpdatedAt(version: number): string | undefined {
  const [shown, setShown] = useState({ version, updatedAt: '' })
  if (version > shown.version) setShown({ version, updatedAt: new Date().toISOString() })
  return shown.updatedAt || undefined
}

/** Listens to the server's announcements for a tag while the page is visible. */
function useAnnouncements(
  tag: string | undefined,
  since: number,
  onAnnounce: (version: number) => void,
): void {
  const getSince = useEffectEvent(() => since)
  const announce = useEffectEvent(onAnnounce)

  useEffect(() => {
    if (tag === undefined) return
    let source: EventSource | undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    let refusals = 0

    function open(): void {
      close()
      if (!document.hidden) timer = setTimeout(connect, MIN_VISIBLE_MS)
    }
    function connect(): void {
      source = new EventSource(`/api/changes?tag=${tag}&since=${getSince()}`)
      source.onopen = () => {
        refusals = 0
      }
      source.onmessage = ({ lastEventId }) => announce(Number(lastEventId))
      source.onerror = () => {
        // After a lost connection, the browser connects again by itself.
        if (source?.readyState !== EventSource.CLOSED) return
        const delay = Math.min(MIN_RECONNECT_MS * 2 ** refusals++, MAX_RECONNECT_MS)
        timer = setTimeout(connect, delay * (0.5 + Math.random()))
      }
    }
    function close(): void {
      clearTimeout(timer)
      source?.close()
    }

    open()
    document.addEventListener('visibilitychange', open)
    return () => {
      close()
      document.removeEventListener('visibilitychange', open)
    }
  }, [tag])
}

/** Calls a function when the page becomes visible after it was hidden for long. */
function useReturn(onReturn: () => void): void {
  const handle = useEffectEvent(onReturn)

  useEffect(() => {
    let hiddenAt = performance.now()
    function onChange(): void {
      if (document.hidden) hiddenAt = performance.now()
      else if (performance.now() - hiddenAt > MAX_HIDDEN_MS) handle()
    }
    document.addEventListener('visibilitychange', onChange)
    return () => document.removeEventListener('visibilitychange', onChange)
  }, [])
}

/** Returns a function that loads the page's data, unless that would disturb the visitor. */
function useLoad(): () => Promise<void> {
  const router = useRouter()
  const isNavigating = useRef(false)

  async function load(): Promise<void> {
    const { asPath, pathname, query } = router
    const canLoad = () => !document.hidden && !isNavigating.current && router.asPath === asPath
    if (!canLoad()) return
    // A navigation that fails would leave the page, with all that was typed.
    const path = dataPath(asPath, pathname, query)
    const { ok } = await fetch(path, { method: 'HEAD' }).catch(() => ({ ok: false }))
    if (!ok || !canLoad()) return
    const [withoutFragment = '', fragment] = asPath.split('#')
    const replace = (path: string) => router.replace(path, undefined, { scroll: false })
    // Next loads nothing if the URL has a fragment that it had before.
    if (fragment !== undefined) await replace(withoutFragment)
    await replace(withoutFragment)
    if (fragment !== undefined) await replace(asPath)
  }

  useEffect(() => {
    const start = () => {
      isNavigating.current = true
    }
    const end = () => {
      isNavigating.current = false
    }
    router.events.on('routeChangeStart', start)
    router.events.on('routeChangeComplete', end)
    router.events.on('routeChangeError', end)
    return () => {
      router.events.off('routeChangeStart', start)
      router.events.off('routeChangeComplete', end)
      router.events.off('routeChangeError', end)
    }
  }, [router])

  return load
}
