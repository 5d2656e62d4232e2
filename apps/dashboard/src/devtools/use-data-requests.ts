import { useEffect, useState } from 'react'

const MAX_REQUESTS = 20

/** The data requests of the browser so far, oldest first, with those before this component. */
export function useDataRequests(): readonly PerformanceEntry[] {
  const [requests, setRequests] = useState<readonly PerformanceEntry[]>([])

  useEffect(() => {
    const observer = new PerformanceObserver((list) => {
      const data = list.getEntries().filter(({ name }) => name.includes('/_next/data/'))
      if (data.length > 0) setRequests((before) => [...before, ...data].slice(-MAX_REQUESTS))
    })
    observer.observe({ type: 'resource', buffered: true })
    return () => observer.disconnect()
  }, [])

  return requests
}
