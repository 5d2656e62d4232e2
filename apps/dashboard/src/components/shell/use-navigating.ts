import { useRouter } from 'next/router'
import { useEffect, useState } from 'react'

/** True from the start of a client navigation until its page is there, failed, or was cancelled. */
export function useNavigating(): boolean {
  const { events } = useRouter()
  const [navigating, setNavigating] = useState(false)

  useEffect(() => {
    const start = (_url: string, { shallow }: { shallow: boolean }) => setNavigating(!shallow)
    const end = () => setNavigating(false)
    // A navigation that replaces this one has begun by the time that this one says so.
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
