import { useRouter } from 'next/router'
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'

const FIRST_DELAY_MS = 2000
const MAX_ATTEMPTS = 5

/** The text of a panel that is computing, after the page has stopped reloading its data. */
export const slowText = 'GitHub is taking longer than usual.'

const HasStopped = createContext(false)

/** Whether the page has stopped reloading its data, although GitHub is still computing a part of it. */
export function useHasStoppedPolling(): boolean {
  return useContext(HasStopped)
}

/** Reloads the page's data while `waiting`: five times at most, with a delay that doubles from 2 s. */
export function Polling({ waiting, children }: { waiting: boolean; children: ReactNode }) {
  const attempts = usePolling(waiting)
  const hasStopped = waiting && attempts >= MAX_ATTEMPTS
  return (
    <HasStopped value={hasStopped}>
      {waiting && (
        <p className="visually-hidden" role="status">
          {hasStopped && slowText}
        </p>
      )}
      {children}
    </HasStopped>
  )
}

/** Returns the number of reloads. */
function usePolling(waiting: boolean): number {
  const router = useRouter()
  const [attempts, setAttempts] = useState(0)

  useEffect(() => {
    if (!waiting || attempts >= MAX_ATTEMPTS) return
    const timer = setTimeout(
      async () => {
        await router.replace(router.asPath, undefined, { scroll: false })
        setAttempts(attempts + 1)
      },
      FIRST_DELAY_MS * 2 ** attempts,
    )
    // A reload would cancel the navigation that the visitor started.
    const stop = () => clearTimeout(timer)
    router.events.on('routeChangeStart', stop)
    return () => {
      stop()
      router.events.off('routeChangeStart', stop)
    }
  }, [router, attempts, waiting])
  return attempts
}
