import type { GitHubResponse } from './request.ts'

/** What is left of a quota of GitHub's; `resetsAt` is an ISO 8601 time. */
export type Quota = { resource: string; limit: number; remaining: number; resetsAt: string }

export type RateLimit = ReturnType<typeof createRateLimit>

type Headers = GitHubResponse['headers']

// Questions an hour without a token:
// https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api
const meagre = 60

// A clock that is wrong by years must not silence us for years.
const longestWait = 3_600_000

/** Knows what is left of each quota of one identity, and until when nothing may be requests. */
export function createRateLimit(now: () => number) {
  const quotas = new Map<string, Quota>()
  const waits = new Map<string, number>()
  // Questions on their way, and who waits for the first answer.
  let asking = 0
  let isHeard = false
  let waiting: (() => void)[] = []

  function release(): void {
    for (const goOn of waiting) goOn()
    waiting = []
  }

  return {
    /** A question is on its way: until its answer comes, nothing may be known of the limits. */
    async during<T>(question: () => Promise<T>): Promise<T> {
      asking++
      try {
        const answer = await question()
        isHeard = true
        return answer
      } finally {
        asking--
        if (isHeard || asking === 0) release()
      }
    },

    /** Waits for the first answer, which tells the limits; not where no question is on its way. */
    async heard(): Promise<void> {
      if (isHeard || asking === 0) return
      await new Promise<void>((resolve) => waiting.push(resolve))
    },

    /** ISO 8601 time before which nothing may be requests of this bucket. */
    limitedUntil(bucket: string): string | undefined {
      const until = waits.get(bucket)
      if (until === undefined) return undefined
      // A clock that was set back must not make the wait longer either.
      if (until > now() && until <= now() + longestWait) return new Date(until).toISOString()
      waits.delete(bucket)
      return undefined
    },

    /** Asks nothing of this bucket before that time, nor before one that was named earlier. */
    wait(bucket: string, until: string): void {
      const latest = Math.max(Date.parse(until), waits.get(bucket) ?? 0)
      waits.set(bucket, Math.min(latest, now() + longestWait))
    },

    /** Takes note of what an answer says of its quota. */
    note(bucket: string, headers: Headers): void {
      const quota = quotaFrom(headers)
      if (!quota) return
      quotas.set(quota.resource, quota)
      // The last one of the hour was answered: the next one would be refused.
      if (quota.remaining === 0 && Date.parse(quota.resetsAt) > now()) {
        this.wait(bucket, quota.resetsAt)
      }
    },

    quotas: (): Quota[] => [...quotas.values()],

    /** GitHub answers so few questions an hour that only the essential ones are requests. */
    isMeagre: (): boolean => (quotas.get('core')?.limit ?? Number.POSITIVE_INFINITY) <= meagre,
  }
}

function quotaFrom(headers: Headers): Quota | undefined {
  const limit = Number(headers['x-ratelimit-limit'])
  const remaining = Number(headers['x-ratelimit-remaining'])
  const reset = Number(headers['x-ratelimit-reset'])
  const resource = headers['x-ratelimit-resource']
  const known = Number.isInteger(limit) && Number.isInteger(remaining) && reset > 0 && reset < 1e11
  if (!known || typeof resource !== 'string') return undefined
  return { resource, limit, remaining, resetsAt: new Date(reset * 1000).toISOString() }
}
