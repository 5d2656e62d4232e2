import { useRouter } from 'next/router'
import { useEffect, useState } from 'react'

const FIRST_DELAY_MS = 2000
const MAX_ATTEMPTS = 5

/** Asks for the page's data again while `waiting`, each time after twice as long, a few times. */
export function usePolling(waiting: boolean): void {
  const router = useRouter()
  const [tries, setTries] = useState(0)

  useEffect(() => {
    if (!waiting || tries >= MAX_ATTEMPTS) return
    const timer = setTimeout(
      async () => {
        await router.replace(router.asPath, undefined, { scroll: false })
        setTries(tries + 1)
      },
      FIRST_DELAY_MS * 2 ** tries,
    )
    // To ask meanwhile would end the navigation that the visitor has begun.
    const stop = () => clearTimeout(timer)
    router.events.on('routeChangeStart', stop)
    return () => {
      stop()
      router.events.off('routeChangeStart', stop)
    }
  }, [router, tries, waiting])
}
