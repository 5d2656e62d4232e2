import {
  createContext,
  type ReactNode,
  startTransition,
  useContext,
  useEffect,
  useState,
} from 'react'

const TICK_MS = 10_000

const Now = createContext<number | undefined>(undefined)

/** Updates the dates of a page, all by one timer. Wrap the application in it. */
export function VisitorTime({ children }: { children: ReactNode }) {
  const [now, setNow] = useState<number>()

  useEffect(() => {
    // In a transition, because an update that cannot wait replaces the server's HTML of a part of the
    // page that is not hydrated yet by its fallback.
    const tick = () => startTransition(() => setNow(Date.now()))
    tick()
    const timer = setInterval(tick, TICK_MS)
    return () => clearInterval(timer)
  }, [])

  return <Now value={now}>{children}</Now>
}

/**
 * Returns the visitor's time in milliseconds, at most ten seconds old; undefined on the server and
 * during hydration, when the visitor's time zone is unknown.
 */
export function useVisitorTime(): number | undefined {
  return useContext(Now)
}
