import { useRouter } from 'next/router'
import { useEffect, useState } from 'react'

/** Returns whether a client navigation is in progress: not yet loaded, failed or canceled. */
export function useNavigating(): boolean {
  const { events } = useRouter()
  const [navigating, setNavigating] = useState(false)

  useEffect(() => {
    const start = (_url: string, { shallow }: { shallow: boolean }) => setNavigating(!shallow)
    const end = () => setNavigating(false)
    // A canceled navigation was replaced by one that has already started.
    const fail = (error: { cancelled?: boolean }) => setNavigating(error.cancelled === true)

    events.on('routeChangeStart', start)
    events.on('routeChangeComplete', end)
    events.on('routeChangeError', fail)
    return () => {
      events.off('routeChangeStart', start)
      events.off('routeChangeComplete', end)
      events.off('routeChangeError', fail)
    }
  }, [events])

  return navigating
}
