import type { ServerResponse } from 'node:http'
import { describePolicy } from '@repo/cache-headers'
import type { GitHubCall } from '@repo/github'
import { currentRuntime } from '@repo/page-runtime'

const MAX_CALLS = 20
const MAX_BYTES = 2000

/** One metric of a `Server-Timing` header, by the browser's own names. */
export type Timing = Pick<PerformanceServerTiming, 'name' | 'duration' | 'description'>

/** The cache headers of a response. */
export type SentPolicy = {
  cacheControl: string
  cdnCacheControl?: string | undefined
  /** The `Cache-Control` that the page set, if the one that was sent is shorter. */
  pagePolicy?: string | undefined
}

/** Sets `Server-Timing`: what the server did for a page, and the page's cache policy. */
export function setServerTiming(
  res: ServerResponse,
  calls: readonly GitHubCall[],
  pagePolicy?: string,
): void {
  const cdnCacheControl = res.getHeader('CDN-Cache-Control')
  const sent = {
    cacheControl: String(res.getHeader('Cache-Control') ?? ''),
    cdnCacheControl: cdnCacheControl === undefined ? undefined : String(cdnCacheControl),
    pagePolicy,
  }
  res.setHeader('Server-Timing', formatServerTiming(requestTimings(calls, sent, new Date())))
}

/**
 * Lists what the server did for a page: each call to GitHub with its start in milliseconds after the
 * first, the cache policy in words and as sent, the runtime, and when the page was rendered. Lists at
 * most 20 calls, and only as many as fit into a header of 2 kB.
 */
export function requestTimings(
  calls: readonly GitHubCall[],
  sent: SentPolicy,
  rendered: Date,
): Timing[] {
  const runtime = currentRuntime()
  const pageMetrics = [
    ...policyTimings(sent),
    ...(runtime ? [createMetric('runtime', runtime)] : []),
    createMetric('rendered', rendered.toISOString()),
  ]
  let remainingBytes = MAX_BYTES - formatServerTiming(pageMetrics).length
  const callMetrics: Timing[] = []
  const firstStart = Math.min(...calls.map(({ startedAt }) => startedAt))
  for (const call of removeHiddenCalls(calls).slice(0, MAX_CALLS)) {
    const description = describeCall(call, call.startedAt - firstStart)
    const timing = { ...createMetric('github', description), duration: call.durationMs }
    remainingBytes -= formatMetric(timing).length + 2
    if (remainingBytes < 0) break
    callMetrics.push(timing)
  }
  return [...callMetrics, ...pageMetrics]
}

// Calls below a repository that cannot be read would reveal it: the server's token may see more.
function removeHiddenCalls(calls: readonly GitHubCall[]): readonly GitHubCall[] {
  const hidden = calls.filter(
    ({ path, errorKind }) => errorKind !== undefined && /^\/repos\/[^/?]+\/[^/?]+$/.test(path),
  )
  return calls.filter((call) => !hidden.some(({ path }) => isWithin(call.path, path)))
}

/** Returns whether a call reads from a repository: a path below it, or a search in it. */
function isWithin(calledPath: string, repoPath: string): boolean {
  const inSearch = encodeURIComponent(repoPath.replace('/repos/', 'repo:'))
  const path = calledPath.toLowerCase()
  return path.startsWith(`${repoPath}/`.toLowerCase()) || path.includes(inSearch.toLowerCase())
}

/** Lists the cache policy of a response, the only metrics of a static page. */
export function policyTimings({ cacheControl, cdnCacheControl, pagePolicy }: SentPolicy): Timing[] {
  return [
    createMetric('cache', describePolicy(cacheControl)),
    ...(cacheControl ? [createMetric('cache-control', cacheControl)] : []),
    ...(cdnCacheControl ? [createMetric('cdn-cache-control', cdnCacheControl)] : []),
    ...(pagePolicy ? [createMetric('page-cache-control', pagePolicy)] : []),
  ]
}

/**
 * Formats metrics as a `Server-Timing` value, which browsers expose to scripts for documents and data
 * requests alike (https://www.w3.org/TR/server-timing/).
 */
export function formatServerTiming(timings: readonly Timing[]): string {
  return timings.map(formatMetric).join(', ')
}

function formatMetric({ name, duration, description }: Timing): string {
  const time = duration > 0 || name === 'github' ? `;dur=${duration}` : ''
  return `${name}${time};desc="${description.replace(/["\\]/g, '\\$&')}"`
}

function createMetric(name: string, text: string): Timing {
  return { name, duration: 0, description: text.replace(/[^\x20-\x7e]/g, '?') }
}

function describeCall(
  { status, cacheStatus, errorKind, path }: GitHubCall,
  startMs: number,
): string {
  const result = cacheStatus ?? errorKind
  return [status ?? 'no response', result, path, `+${startMs}`].filter(Boolean).join(' ')
}
