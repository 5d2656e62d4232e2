import { useRouter } from 'next/router'
import { useEffect, useState } from 'react'

/** How the page that is shown has come. */
export type Load = { by: 'document' } | { by: 'navigation'; url: string }

/** How the page that is shown has come, and the data requests so far, oldest first. */
export function useLoad(): { load: Load; requests: readonly PerformanceEntry[] } {
  const { events } = useRouter()
  const [load, setLoad] = useState<Load>({ by: 'document' })
  const [requests, setRequests] = useState<readonly PerformanceEntry[]>([])

  useEffect(() => {
    // A shallow change of the address keeps the page, and asks nothing.
    const arrive = (url: string, { shallow }: { shallow: boolean }) => {
      if (!shallow) setLoad({ by: 'navigation', url })
    }
    // An observer goes on where the browser's own list of requests is full.
    const observer = new PerformanceObserver((list) => {
      const data = list.getEntries().filter(({ name }) => name.includes('/_next/data/'))
      if (data.length > 0) setRequests((before) => [...before, ...data].slice(-MAX_REQUESTS))
    })
    events.on('routeChangeComplete', arrive)
    observer.observe({ type: 'resource', buffered: true })
    return () => {
      events.off('routeChangeComplete', arrive)
      observer.disconnect()
    }
  }, [events])

  return { load, requests }
}

const MAX_REQUESTS = 20
