import { GitHubError, type GitHubErrorKind } from './github-error.ts'

type Headers = Readonly<Record<string, string | number | undefined>>
type Answer = { status: number; path: string; headers: Headers; body: unknown; now: number }

// A clock that is wrong by years must not silence us for years.
const longestWait = 3_600_000
// What GitHub asks for when it names no time.
const secondaryLimitWait = 60_000

/**
 * Tells why GitHub refused, from status, headers and body in the order that GitHub documents
 * (https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api).
 */
export function refusal({ status, path, headers, body, now }: Answer): GitHubError {
  // A block lasts, whatever is left of the limit.
  if (status === 403 && hasKey(body, 'block')) return new GitHubError('blocked', { status, path })

  const wait =
    status === 403 || status === 429 ? rateLimitWait(status, headers, body, now) : undefined
  if (wait !== undefined) {
    const until = new Date(now + Math.min(Math.max(wait, 1000), longestWait)).toISOString()
    return new GitHubError('rate-limited', { status, path, until })
  }
  return new GitHubError(kindOf(status), { status, path })
}

function kindOf(status: number): GitHubErrorKind {
  if (status === 401) return 'unauthorized'
  if (status === 404) return 'not-found'
  if (status === 410) return 'gone'
  if (status === 451) return 'blocked'
  if (status === 403) return 'forbidden'
  if (status >= 500) return 'unreachable'
  return status >= 400 ? 'invalid-request' : 'malformed'
}

/** Milliseconds to wait, or undefined when this is no rate limit. */
function rateLimitWait(
  status: number,
  headers: Headers,
  body: unknown,
  now: number,
): number | undefined {
  const retryAfter = wholeNumber(headers['retry-after'])
  if (retryAfter !== undefined) return retryAfter * 1000

  const reset = wholeNumber(headers['x-ratelimit-reset'])
  if (headers['x-ratelimit-remaining'] === '0' && reset !== undefined) return reset * 1000 - now

  const saysSo = hasKey(body, 'message') && /rate limit/i.test(String(body.message))
  return status === 429 || saysSo ? secondaryLimitWait : undefined
}

function wholeNumber(value: string | number | undefined): number | undefined {
  return /^\d{1,15}$/.test(String(value)) ? Number(value) : undefined
}

function hasKey<K extends string>(body: unknown, key: K): body is Record<K, unknown> {
  return typeof body === 'object' && body !== null && key in body
}
