import { parseCacheControl } from './cache-control.ts'
import { type CachePolicy, cacheHeaders } from './cache-headers.ts'
import { type CacheBehavior, type CacheName, caches } from './caches.ts'
import { sharedLifetime } from './freshness.ts'
import type { HeaderValues } from './header-values.ts'

/** What a cache does with a response between two ages in seconds; `to: null` means indefinitely. */
export type Span = {
  state: 'fresh' | 'stale-while-revalidate' | 'stale-if-error' | 'expired'
  from: number
  to: number | null
}

/** What a cache does with a response: in sentences, and as a timeline over the response's age. */
export type Explanation = {
  cache: CacheName
  sentences: string[]
  /** Empty if the cache does not store the response. */
  timeline: Span[]
}

/**
 * Explains what each cache does with a 200 response to a plain GET, from a policy or from the
 * headers of any response: the browser, nginx and Varnish as this project configures them, Vercel,
 * Cloudflare.
 * @throws RangeError and TypeError like `cacheHeaders`, for a policy.
 */
export function explain(source: CachePolicy | HeaderValues): Explanation[] {
  const headers = isPolicy(source) ? cacheHeaders(source) : source
  return caches.map(({ name, behaviorFor }) => {
    const behavior = behaviorFor(headers)
    const timeline = createTimeline(behavior)
    return {
      cache: name,
      sentences: [...timeline.flatMap(describeSpan), ...behavior.notes],
      timeline,
    }
  })
}

/** Describes what a `Cache-Control` value allows shared caches in a few words, for a log line. */
export function describePolicy(cacheControl: string): string {
  const control = parseCacheControl(cacheControl)
  if (!control.public || control['no-store'] || control['no-cache']) return 'Not cached'

  const fresh = `Public: fresh for ${formatDuration(sharedLifetime(control) ?? 0)}`
  const stale = control['stale-while-revalidate'] ?? 0
  return stale > 0 ? `${fresh}, then stale for ${formatDuration(stale)} while revalidating` : fresh
}

// Both stale periods start when freshness ends (RFC 5861 §3 and §4).
function createTimeline(behavior: CacheBehavior): Span[] {
  if (!behavior.stored) return []
  const { lifetime } = behavior
  const revalidateUntil = lifetime + behavior.staleWhileRevalidate
  const errorUntil = lifetime + behavior.staleIfError
  const spans: Span[] = [
    { state: 'fresh', from: 0, to: lifetime },
    { state: 'stale-while-revalidate', from: lifetime, to: revalidateUntil },
    { state: 'stale-if-error', from: revalidateUntil, to: errorUntil },
    { state: 'expired', from: Math.max(revalidateUntil, errorUntil), to: null },
  ]
  return spans.filter(({ from, to }) => to === null || to > from)
}

const descriptions = {
  fresh: 'served from cache',
  'stale-while-revalidate': 'served stale, revalidated in the background',
  'stale-if-error': 'served stale if the origin fails',
}

function describeSpan({ state, from, to }: Span): string {
  if (state !== 'expired' && to !== null) return `${formatRange(from, to)}: ${descriptions[state]}.`
  if (from === 0) return 'Stored, but revalidated before each response.'
  return `After ${formatDuration(from)}: revalidated before it responds.`
}

function isPolicy(source: CachePolicy | HeaderValues): source is CachePolicy {
  return 'scope' in source
}

const units = [
  { name: 'h', seconds: 3600 },
  { name: 'min', seconds: 60 },
  { name: 's', seconds: 1 },
]

function formatRange(from: number, to: number): string {
  const unit = units.find(({ seconds }) => from % seconds === 0 && to % seconds === 0)
  if (unit && (to < 3600 || unit.name === 'h')) {
    return `${from / unit.seconds}–${to / unit.seconds} ${unit.name}`
  }
  return `${from === 0 ? from : formatDuration(from)}–${formatDuration(to)}`
}

// Below an hour in one unit ("90 s"), above in several ("1 h 31 min").
function formatDuration(seconds: number): string {
  if (seconds >= 3600) {
    const hours = `${Math.floor(seconds / 3600)} h`
    const rest = seconds % 3600
    return rest === 0 ? hours : `${hours} ${formatDuration(rest)}`
  }
  return seconds > 0 && seconds % 60 === 0 ? `${seconds / 60} min` : `${seconds} s`
}
