import { useRouter } from 'next/router'
import { useEffect, useState } from 'react'

const FIRST_DELAY_MS = 2000
const MAX_ATTEMPTS = 5

/** Reloads the page's data while `waiting`: five times at most, with a delay that doubles from 2 s. */
export function usePolling(waiting: boolean): void {
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
}
