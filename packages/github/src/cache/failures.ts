import { z } from 'zod'
import { errorRules, GitHubError, isGitHubErrorKind, RESTRICTIONS } from '../http/github-error.ts'
import { MAX_WAIT_MS } from '../http/rate-limit.ts'
import type { Store } from './stores.ts'

/** The failures in a row of a resource, stored apart from its data. */
export type Failure = z.output<typeof failureSchema>

/** Clocks of instances that share a store differ by less; what is later than this is invalid. */
export const CLOCK_TOLERANCE_MS = 2000

// Waits of several resources and instances end at different times.
export const MAX_JITTER = 0.25
// A failure is remembered for so long after its wait, which covers every stale-while-revalidate.
export const REMEMBERED_SECONDS = 3600

const failureSchema = z.object({
  kind: z.string().refine(isGitHubErrorKind),
  status: z.int().optional(),
  path: z.string(),
  restriction: z.enum(RESTRICTIONS).optional(),
  sso: z.object({ url: z.string() }).optional(),
  /** Requests that failed in a row. */
  attempts: z.int().positive(),
  /** In milliseconds since 1970: of the last failure, and from when the resource may be requested. */
  failedAt: z.number(),
  retryAt: z.number(),
  /** ISO 8601 time that GitHub named, if any. */
  until: z.iso.datetime().optional(),
})

type Clock = {
  now: () => number
  /** From 0 to 1, for the jitter. */
  random: () => number
}

/** Records how resources fail, so that each is requested again after a growing wait only. */
export function createFailures({ now, random }: Clock) {
  return {
    /** The last failure of a resource; undefined if it never failed, or has succeeded since. */
    async read(store: Store, key: string): Promise<Failure | undefined> {
      const { data: failure } = failureSchema.safeParse(await store.get(errorKey(key)))
      const isValid = failure && failure.failedAt <= now() + CLOCK_TOLERANCE_MS
      return isValid ? failure : undefined
    },

    async record(
      store: Store,
      key: string,
      error: GitHubError,
      last: Failure | undefined,
    ): Promise<void> {
      const { kind, status, path, restriction, sso, until } = error
      const { first, max } = errorRules(kind).errorTtl
      const attempts = (last?.attempts ?? 0) + error.attempts
      const jitter = 1 + random() * MAX_JITTER
      const delaySeconds = Math.min(first * 2 ** (attempts - 1) * jitter, max)
      const failedAt = now()
      const retryAt = Math.max(failedAt + delaySeconds * 1000, until ? Date.parse(until) : 0)
      const failure = { kind, status, path, restriction, sso, attempts, failedAt, retryAt, until }
      // What does not grow need not be remembered.
      const rememberedSeconds = first < max ? REMEMBERED_SECONDS : 0
      await store.set(errorKey(key), failure, (retryAt - failedAt) / 1000 + rememberedSeconds)
    },

    /** Forgets the failures of a resource that has succeeded. */
    clear: (store: Store, key: string): Promise<void> => store.delete(errorKey(key)),

    isWaiting({ kind, retryAt, until }: Failure): boolean {
      const maxWaitMs = until === undefined ? errorRules(kind).errorTtl.max * 1000 : MAX_WAIT_MS
      // A clock that was set back must not make the wait longer.
      return retryAt > now() && retryAt <= now() + maxWaitMs
    },
  }
}

/** The error of a resource that is not requested, because its last failure is too recent. */
export function cachedError(failure: Failure): GitHubError {
  return new GitHubError(failure.kind, { ...failure, attempts: 0 })
}

function errorKey(key: string): string {
  return `error ${key}`
}
