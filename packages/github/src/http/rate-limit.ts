import { isWaiting, type Wait } from './wait.ts'

/** A quota at GitHub, in requests; `resetsAt` is an ISO 8601 time. */
export type Quota = { resource: string; limit: number; remaining: number; resetsAt: string }

export type RateLimit = ReturnType<typeof createRateLimit>

type Headers = Readonly<Record<string, string | number | undefined>>

// Requests an hour without a token:
// https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api
const UNAUTHENTICATED_HOURLY_LIMIT = 60

/** The share of each quota that is reserved for essential requests. */
const ESSENTIAL_SHARE = 0.1

/** The longest wait for a reset. It is capped, because the server's clock may be wrong. */
export const MAX_WAIT_MS = 3_600_000

/** Tracks the quotas of one identity, and until when no request may be sent. */
export function createRateLimit(now: () => number) {
  const quotas = new Map<string, Quota & { recordedAt: number }>()
  const waits = new Map<string, Wait>()
  let inFlight = 0
  let hasResponse = false
  let waiters: (() => void)[] = []

  return {
    /** Tracks a request in flight: until its response arrives, the quota may be unknown. */
    async track<T>(request: Promise<T>): Promise<T> {
      inFlight++
      try {
        const response = await request
        hasResponse = true
        return response
      } finally {
        inFlight--
        if (hasResponse || inFlight === 0) {
          for (const resume of waiters) resume()
          waiters = []
        }
      }
    },

    /** Waits for the first response, which reports the quota; returns at once if none is in flight. */
    async firstResponse(): Promise<void> {
      if (hasResponse || inFlight === 0) return
      await new Promise<void>((resolve) => waiters.push(resolve))
    },

    /** ISO 8601 time before which no request may be sent to this bucket. */
    limitedUntil(bucket: string): string | undefined {
      const wait = waits.get(bucket)
      if (wait && isWaiting(wait, now())) return new Date(wait.until).toISOString()
      waits.delete(bucket)
      return undefined
    },

    /** ISO 8601 time of the reset before which only essential requests may be sent to this bucket. */
    reservedUntil(bucket: string): string | undefined {
      const quota = quotas.get(bucket)
      if (!quota || quota.remaining >= quota.limit * ESSENTIAL_SHARE) return undefined
      const until = Math.min(Date.parse(quota.resetsAt), now() + MAX_WAIT_MS)
      const isReserved = isWaiting({ startedAt: quota.recordedAt, until }, now())
      return isReserved ? new Date(until).toISOString() : undefined
    },

    /** Sends no request to this bucket before an ISO 8601 time, or before a later one that is set. */
    wait(bucket: string, until: string): void {
      const latest = Math.max(Date.parse(until), Date.parse(this.limitedUntil(bucket) ?? until))
      waits.set(bucket, { startedAt: now(), until: Math.min(latest, now() + MAX_WAIT_MS) })
    },

    /** Records the quota that the headers of a response report. */
    record(bucket: string, headers: Headers): void {
      const quota = parseQuota(headers)
      if (!quota) return
      quotas.set(quota.resource, { ...quota, recordedAt: now() })
      // This was the last request of the hour: the next would be rejected.
      if (quota.remaining === 0 && Date.parse(quota.resetsAt) > now()) {
        this.wait(bucket, quota.resetsAt)
      }
    },

    quotas: (): Quota[] => [...quotas.values()].map(({ recordedAt: _, ...quota }) => quota),

    /** Whether the quota is that of requests without a token: only essential ones are sent. */
    isUnauthenticated: (): boolean =>
      (quotas.get('core')?.limit ?? Number.POSITIVE_INFINITY) <= UNAUTHENTICATED_HOURLY_LIMIT,
  }
}

function parseQuota(headers: Headers): Quota | undefined {
  const limit = Number(headers['x-ratelimit-limit'])
  const remaining = Number(headers['x-ratelimit-remaining'])
  const reset = Number(headers['x-ratelimit-reset'])
  const resource = headers['x-ratelimit-resource']
  const isValid =
    Number.isInteger(limit) && Number.isInteger(remaining) && reset > 0 && reset < 1e11
  if (!isValid || typeof resource !== 'string') return undefined
  return { resource, limit, remaining, resetsAt: new Date(reset * 1000).toISOString() }
}
