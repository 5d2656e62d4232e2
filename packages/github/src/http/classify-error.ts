import { GitHubError, kindOfStatus } from './github-error.ts'
import { MAX_WAIT_MS } from './rate-limit.ts'

type Headers = Readonly<Record<string, string | number | undefined>>
type ErrorResponse = { status: number; path: string; headers: Headers; body: unknown; now: number }

// What GitHub asks for when it names no time.
const SECONDARY_LIMIT_WAIT_MS = 60_000
const MIN_WAIT_MS = 1000

/**
 * Classifies an error response by status, headers and body, in the order that GitHub documents
 * (https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api).
 */
export function classifyError({ status, path, headers, body, now }: ErrorResponse): GitHubError {
  // A block lasts, whatever remains of the quota.
  if (status === 403 && hasKey(body, 'block')) return new GitHubError('blocked', { status, path })

  const waitMs =
    status === 403 || status === 429 ? rateLimitWaitMs(status, headers, body, now) : undefined
  if (waitMs !== undefined) {
    const until = new Date(now + Math.min(Math.max(waitMs, MIN_WAIT_MS), MAX_WAIT_MS)).toISOString()
    return new GitHubError('rate-limited', { status, path, until })
  }
  return new GitHubError(kindOfStatus(status), { status, path })
}

/** Milliseconds to wait, or undefined if this is no rate limit. */
function rateLimitWaitMs(
  status: number,
  headers: Headers,
  body: unknown,
  now: number,
): number | undefined {
  const retryAfter = wholeNumber(headers['retry-after'])
  if (retryAfter !== undefined) return retryAfter * 1000

  const reset = wholeNumber(headers['x-ratelimit-reset'])
  if (headers['x-ratelimit-remaining'] === '0' && reset !== undefined) return reset * 1000 - now

  const namesRateLimit = hasKey(body, 'message') && /rate limit/i.test(String(body.message))
  return status === 429 || namesRateLimit ? SECONDARY_LIMIT_WAIT_MS : undefined
}

function wholeNumber(value: string | number | undefined): number | undefined {
  return /^\d{1,15}$/.test(String(value)) ? Number(value) : undefined
}

function hasKey<K extends string>(body: unknown, key: K): body is Record<K, unknown> {
  return typeof body === 'object' && body !== null && key in body
}
