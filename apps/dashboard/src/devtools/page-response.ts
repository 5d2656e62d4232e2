import type { Timing } from '#server/server-timing.ts'
import { isDataRequestFor } from './data-request.ts'

/** The response that delivered the page, as far as the browser exposes it. */
export type PageResponse = {
  kind: 'document' | 'data' | 'none'
  /** The requested path and search. */
  path: string
  timings: readonly Timing[]
  /** Size of the props in bytes: of `__NEXT_DATA__` in a document, or of the data response. */
  bytes: number | undefined
}

/**
 * Finds the response that delivered the page in the browser's performance entries.
 * @param navigatedTo The URL of the client navigation to the page; undefined for a document.
 */
export function findPageResponse(
  navigatedTo: string | undefined,
  requests: readonly PerformanceEntry[],
): PageResponse {
  if (navigatedTo === undefined) return documentResponse()
  const request = requests.findLast(({ name }) => isDataRequestFor(name, navigatedTo))
  if (!(request instanceof PerformanceResourceTiming)) {
    return { kind: 'none', path: navigatedTo, timings: [], bytes: undefined }
  }
  const { pathname, search } = new URL(request.name)
  return {
    kind: 'data',
    path: pathname + search,
    // Some browsers expose it on secure connections only.
    timings: request.serverTiming ?? [],
    bytes: request.decodedBodySize || undefined,
  }
}

function documentResponse(): PageResponse {
  const [navigation] = performance.getEntriesByType('navigation')
  const isTimed = navigation instanceof PerformanceNavigationTiming
  const requested = new URL(isTimed ? navigation.name : location.href)
  return {
    kind: 'document',
    path: requested.pathname + requested.search,
    timings: isTimed ? (navigation.serverTiming ?? []) : [],
    bytes: byteLength(document.getElementById('__NEXT_DATA__')?.textContent),
  }
}

function byteLength(text: string | null | undefined): number | undefined {
  return text ? new TextEncoder().encode(text).length : undefined
}
