// GitHub allows a hundred concurrent requests:
// https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#about-secondary-rate-limits
export const MAX_CONCURRENT_REQUESTS = 90
export const MIN_CONCURRENT_REQUESTS = 16
const INITIAL_CONCURRENT_REQUESTS = 32

// Per response while requests are queued, so that the limit grows by a quarter per round trip.
const INCREASE = 0.25
const DECREASE_FACTOR = 0.8
// GitHub is congested if its recent latency exceeds the usual latency by this factor.
const CONGESTION_FACTOR = 2
const RECENT_WEIGHT = 0.1
const USUAL_WEIGHT = 0.01
// The assumed latency before the first response.
const INITIAL_LATENCY_MS = 300

// A request that takes longer than usual by this factor is slow.
export const SLOW_FACTOR = 4
export const MIN_SLOW_MS = 500
export const MAX_SLOW_MS = 2000

/**
 * Creates the limit of concurrent requests, which follows GitHub's latency: additive increase while
 * requests are queued, multiplicative decrease, once per round trip, while GitHub is congested (AIMD,
 * RFC 5681 §3.1).
 */
export function createConcurrencyLimit(now: () => number) {
  let limit = INITIAL_CONCURRENT_REQUESTS
  let recentMs = INITIAL_LATENCY_MS
  let usualMs = INITIAL_LATENCY_MS
  let decreasedAt = Number.NEGATIVE_INFINITY

  function decrease(): void {
    const elapsedMs = now() - decreasedAt
    // A clock that was set back must not keep the limit.
    if (elapsedMs >= 0 && elapsedMs < recentMs) return
    decreasedAt = now()
    limit = Math.max(limit * DECREASE_FACTOR, MIN_CONCURRENT_REQUESTS)
  }

  return {
    current: (): number => Math.floor(limit),
    /** Average milliseconds of a response; a few slow ones hardly change it. */
    usualMs: (): number => usualMs,
    /** Milliseconds after which a request is slow. */
    slowMs: (): number => Math.min(Math.max(SLOW_FACTOR * usualMs, MIN_SLOW_MS), MAX_SLOW_MS),

    /** Records the milliseconds until a response, and whether requests were queued then. */
    recordLatency(milliseconds: number, hasQueue: boolean): void {
      const latencyMs = Math.max(milliseconds, 0)
      recentMs += (latencyMs - recentMs) * RECENT_WEIGHT
      usualMs += (latencyMs - usualMs) * USUAL_WEIGHT
      if (recentMs > CONGESTION_FACTOR * usualMs) decrease()
      else if (hasQueue) limit = Math.min(limit + INCREASE, MAX_CONCURRENT_REQUESTS)
    },

    decrease,
  }
}
