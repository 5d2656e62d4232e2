import { type CachePolicy, cacheHeaders } from './cache-headers.ts'
import { caches, type Verdict } from './caches.ts'
import { duration } from './duration.ts'
import type { HeaderValues } from './header-lines.ts'

/** What a cache does with a response from one second of its age to another; null is for ever. */
export type Span = {
  state: 'fresh' | 'stale-while-revalidate' | 'stale-if-error' | 'expired'
  from: number
  to: number | null
}

/** What one cache does with a response: in sentences, and by the age of the response in seconds. */
export type Explanation = {
  cache: 'browser' | 'nginx' | 'Varnish' | 'Vercel' | 'Cloudflare'
  sentences: string[]
  /** Empty where the cache keeps nothing. */
  timeline: Span[]
}

/**
 * Says what each cache will do with a 200 answer to a plain GET, and until when: the browser, nginx and
 * Varnish as this project configures them, Vercel, and Cloudflare. It is worked out from a policy, or
 * from the headers of any response.
 */
export function explain(of: CachePolicy | HeaderValues): Explanation[] {
  const headers = isPolicy(of) ? cacheHeaders(of) : of
  return caches.map(({ name, judge }) => {
    const verdict = judge(headers)
    return { cache: name, sentences: sentences(verdict), timeline: timeline(verdict) }
  })
}

function timeline(verdict: Verdict): Span[] {
  if (!verdict.kept) return []
  const { fresh, whileRevalidating, ifError } = ends(verdict)
  const last = Math.max(whileRevalidating, ifError)
  const spans: Span[] = [
    { state: 'fresh', from: 0, to: fresh },
    { state: 'stale-while-revalidate', from: fresh, to: whileRevalidating },
    { state: 'stale-if-error', from: whileRevalidating, to: ifError },
    { state: 'expired', from: last, to: null },
  ]
  return spans.filter(({ from, to }) => to === null || to > from)
}

function sentences(verdict: Verdict): string[] {
  if (!verdict.kept) return verdict.notes

  const { fresh, whileRevalidating, ifError } = ends(verdict)
  const told: string[] = []
  if (fresh > 0) told.push(`For ${duration(fresh)} it answers with what it keeps, without asking.`)
  if (whileRevalidating > fresh) {
    told.push(
      `Until the age of ${duration(whileRevalidating)} it answers at once with the old response, ` +
        'and fetches a new one meanwhile.',
    )
  }
  if (ifError > whileRevalidating) {
    told.push(
      `Until the age of ${duration(ifError)} it answers with the old response when the origin fails.`,
    )
  }
  told.push(
    told.length > 0
      ? 'After that it asks before it answers.'
      : 'It keeps the response, and asks every time before it answers.',
  )
  return [...told, ...verdict.notes]
}

// Both kinds of stale answers count from the end of freshness (RFC 5861 §3 and §4).
function ends({ fresh, whileRevalidating, ifError }: Extract<Verdict, { kept: true }>) {
  return {
    fresh,
    whileRevalidating: fresh + whileRevalidating,
    ifError: fresh + ifError,
  }
}

function isPolicy(of: CachePolicy | HeaderValues): of is CachePolicy {
  return 'scope' in of
}
