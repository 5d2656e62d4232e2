import { z } from 'zod'
import { errorRules, GitHubError, isGitHubErrorKind, RESTRICTIONS } from '../http/github-error.ts'
import { MAX_WAIT_MS } from '../http/rate-limit.ts'
import { CLOCK_TOLERANCE_MS } from './memory-level.ts'
import type { Store } from './stores.ts'

/** The last failure of a resource and the number in a row, stored apart from its data. */
export type Failure = z.output<typeof failureSchema>

// The share by which waits are lengthened at random, so that they do not all end at once.
export const MAX_JITTER = 0.25
// A failure is stored this long after its wait: longer than any stale-while-revalidate.
export const FAILURE_RETENTION_SECONDS = 3600

const failureSchema = z.object({
  kind: z.string().refine(isGitHubErrorKind),
  status: z.int().optional(),
  path: z.string(),
  restriction: z.enum(RESTRICTIONS).optional(),
  sso: z.object({ url: z.string() }).optional(),
  /** Requests that failed in a row. */
  attempts: z.int().positive(),
  /** Time of the last failure, in milliseconds since 1970. */
  failedAt: z.number(),
  /** Time from which the resource may be requested again, in milliseconds since 1970. */
  retryAt: z.number(),
  /** ISO 8601 time that GitHub named, if any. */
  until: z.iso.datetime().optional(),
})

type FailuresOptions = {
  now: () => number
  /** From 0 to 1, for the jitter. */
  random: () => number
}

/** Records failures, so that a resource that fails repeatedly is requested less and less often. */
export function createFailures({ now, random }: FailuresOptions) {
  return {
    /** Reads the last failure of a resource; undefined if none is stored. */
    async read(store: Store, key: string): Promise<Failure | undefined> {
      const failure = await store.get(errorKey(key), (value) => failureSchema.safeParse(value).data)
      const isValid = failure && failure.failedAt <= now() + CLOCK_TOLERANCE_MS
      return isValid ? failure : undefined
    },

    /** Stores a failure, with the time from which the resource may be requested again. */
    async record(
      store: Store,
      key: string,
      error: GitHubError,
      lastFailure: Failure | undefined,
    ): Promise<void> {
      const { kind, status, path, restriction, sso, until } = error
      const { first, max } = errorRules(kind).errorTtl
      const attempts = (lastFailure?.attempts ?? 0) + error.attempts
      const jitter = 1 + random() * MAX_JITTER
      const delaySeconds = Math.min(first * 2 ** (attempts - 1) * jitter, max)
      const failedAt = now()
      const retryAt = Math.max(failedAt + delaySeconds * 1000, until ? Date.parse(until) : 0)
      const failure = { kind, status, path, restriction, sso, attempts, failedAt, retryAt, until }
      // A wait that does not grow needs no earlier failures.
      const retentionSeconds = first < max ? FAILURE_RETENTION_SECONDS : 0
      await store.set(errorKey(key), failure, (retryAt - failedAt) / 1000 + retentionSeconds)
    },

    /** Deletes the failures of a resource that has succeeded. */
    clear: (store: Store, key: string): Promise<void> => store.delete(errorKey(key)),

    /** Whether the wait after a failure is not over. */
    isWaiting({ kind, retryAt, until }: Failure): boolean {
      const maxWaitMs = until === undefined ? errorRules(kind).errorTtl.max * 1000 : MAX_WAIT_MS
      // A clock that was set back must not make the wait longer.
      return retryAt > now() && retryAt <= now() + maxWaitMs
    },
  }
}

/** Creates the error for a resource that is not requested because its last failure is too recent. */
export function cachedError(failure: Failure): GitHubError {
  return new GitHubError(failure.kind, { ...failure, isSent: false })
}

function errorKey(key: string): string {
  return `error ${key}`
}
