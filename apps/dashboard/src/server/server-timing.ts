import type { ServerResponse } from 'node:http'
import { describePolicy } from '@repo/cache-headers'
import type { Call } from '@repo/github'
import { currentRuntime } from '@repo/page-runtime'

const mostCalls = 20
const mostBytes = 2000

/** One thing that the server says of an answer, in the browser's own names. */
export type Timing = Pick<PerformanceServerTiming, 'name' | 'duration' | 'description'>

/** The headers that say who may keep an answer. */
export type SentPolicy = { cacheControl: string; cdnCacheControl?: string | undefined }

/** The policy with which a response leaves. */
export function sentPolicy(res: ServerResponse): SentPolicy {
  const cdnCacheControl = res.getHeader('CDN-Cache-Control')
  return {
    cacheControl: String(res.getHeader('Cache-Control') ?? ''),
    cdnCacheControl: cdnCacheControl === undefined ? undefined : String(cdnCacheControl),
  }
}

/**
 * Lists what the server did for a page: each call to GitHub, the cache policy in words and as it left,
 * the runtime, and when the page was rendered. Of the calls as many as fit into a header of 2 kB.
 */
export function timings(calls: readonly Call[], sent: SentPolicy, rendered: Date): Timing[] {
  const frame = [
    ...policyTimings(sent),
    ...[currentRuntime()].flatMap((runtime) => (runtime ? [said('runtime', runtime)] : [])),
    said('rendered', rendered.toISOString()),
  ]
  let room = mostBytes - serverTiming(frame).length
  const told: Timing[] = []
  for (const call of seen(calls).slice(0, mostCalls)) {
    const timing = { ...said('github', outcomeOf(call)), duration: call.milliseconds }
    room -= metric(timing).length + 2
    if (room < 0) break
    told.push(timing)
  }
  return [...told, ...frame]
}

// Of a repository that is not found nothing else is told: the server's token may see what is below it.
function seen(calls: readonly Call[]): readonly Call[] {
  const unseen = calls.filter(
    ({ path, failed }) => failed === 'not-found' && /^\/repos\/[^/?]+\/[^/?]+$/.test(path),
  )
  return calls.filter((call) => !unseen.some(({ path }) => isWithin(call.path, path)))
}

/** Tells whether a call is for something of a repository: below its path, or by a search in it. */
function isWithin(asked: string, repository: string): boolean {
  const inSearch = encodeURIComponent(repository.replace('/repos/', 'repo:'))
  const path = asked.toLowerCase()
  return path.startsWith(`${repository}/`.toLowerCase()) || path.includes(inSearch.toLowerCase())
}

/** Lists what an answer says of its cache policy: all that there is to say of one that is made ahead of time. */
export function policyTimings({ cacheControl, cdnCacheControl }: SentPolicy): Timing[] {
  return [
    said('cache', describePolicy(cacheControl)),
    ...(cacheControl ? [said('cache-control', cacheControl)] : []),
    ...(cdnCacheControl ? [said('cdn-cache-control', cdnCacheControl)] : []),
  ]
}

/**
 * Formats what the server says of an answer as a `Server-Timing` value. The browser gives it to scripts,
 * for documents and data requests alike (https://www.w3.org/TR/server-timing/).
 */
export function serverTiming(told: readonly Timing[]): string {
  return told.map(metric).join(', ')
}

function metric({ name, duration, description }: Timing): string {
  const time = duration > 0 || name === 'github' ? `;dur=${duration}` : ''
  return `${name}${time};desc="${description.replace(/["\\]/g, '\\$&')}"`
}

function said(name: string, text: string): Timing {
  return { name, duration: 0, description: text.replace(/[^\x20-\x7e]/g, '?') }
}

function outcomeOf({ status, verdict, failed, path }: Call): string {
  return [status ?? 'no answer', verdict ?? failed, path].filter(Boolean).join(' ')
}
