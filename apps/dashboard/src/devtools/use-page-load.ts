import { useRouter } from 'next/router'
import { useEffect, useState } from 'react'

/** How the current page was loaded. */
export type PageLoad = { by: 'document' } | { by: 'navigation'; url: string }

/** How the current page was loaded, and the data requests so far, oldest first. */
export function usePageLoad(): { load: PageLoad; requests: readonly PerformanceEntry[] } {
  const { events } = useRouter()
  const [load, setLoad] = useState<PageLoad>({ by: 'document' })
  const [requests, setRequests] = useState<readonly PerformanceEntry[]>([])

  useEffect(() => {
    // Shallow routing keeps the page and sends no request.
    const recordNavigation = (url: string, { shallow }: { shallow: boolean }) => {
      if (!shallow) setLoad({ by: 'navigation', url })
    }
    // An observer also receives entries after the browser's own buffer is full.
    const observer = new PerformanceObserver((list) => {
      const data = list.getEntries().filter(({ name }) => name.includes('/_next/data/'))
      if (data.length > 0) setRequests((before) => [...before, ...data].slice(-MAX_REQUESTS))
    })
    events.on('routeChangeComplete', recordNavigation)
    observer.observe({ type: 'resource', buffered: true })
    return () => {
      events.off('routeChangeComplete', recordNavigation)
      observer.disconnect()
    }
  }, [events])

  return { load, requests }
}

const MAX_REQUESTS = 20
