import type { Timing } from '#server/server-timing.ts'
import { isDataOf } from './is-data-of.ts'
import type { Load } from './use-load.ts'

/** The answer that the page came with, as far as the browser knows it. */
export type Answer = {
  kind: 'document' | 'data' | 'none'
  /** What was asked for, without the host. */
  path: string
  timings: readonly Timing[]
  /** Of what holds the props: the element in a document, or the whole answer to a data request. */
  bytes: number | undefined
}

/** Finds the answer that a page came with among what the browser keeps of its requests. */
export function answerOf(load: Load, requests: readonly PerformanceEntry[]): Answer {
  if (load.by === 'document') return documentAnswer()
  const request = requests.findLast(({ name }) => isDataOf(name, load.url))
  if (!(request instanceof PerformanceResourceTiming)) {
    return { kind: 'none', path: load.url, timings: [], bytes: undefined }
  }
  const { pathname, search } = new URL(request.name)
  return {
    kind: 'data',
    path: pathname + search,
    // Some browsers give it on secure connections only.
    timings: request.serverTiming ?? [],
    bytes: request.decodedBodySize || undefined,
  }
}

function documentAnswer(): Answer {
  const [navigation] = performance.getEntriesByType('navigation')
  const isTimed = navigation instanceof PerformanceNavigationTiming
  const asked = new URL(isTimed ? navigation.name : location.href)
  return {
    kind: 'document',
    path: asked.pathname + asked.search,
    timings: isTimed ? (navigation.serverTiming ?? []) : [],
    bytes: bytesOf(document.getElementById('__NEXT_DATA__')?.textContent),
  }
}

function bytesOf(text: string | null | undefined): number | undefined {
  return text ? new TextEncoder().encode(text).length : undefined
}
