import { useSyncExternalStore } from 'react'

/**
 * Returns the ID of the request for a 500 page; undefined in its static HTML, and after a client
 * navigation. Scripts can read no other header of a document than `Server-Timing`.
 */
export function useDocumentRequestId(): string | undefined {
  return useSyncExternalStore(
    () => () => {},
    readDocumentRequestId,
    () => undefined,
  )
}

function readDocumentRequestId(): string | undefined {
  const [navigation] = performance.getEntriesByType('navigation')
  if (!(navigation instanceof PerformanceNavigationTiming)) return undefined
  // Some browsers expose it on secure connections only.
  return navigation.serverTiming?.find(({ name }) => name === 'request-id')?.description
}
