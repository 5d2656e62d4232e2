import { GitHubError, kindOfStatus, type Restriction } from './github-error.ts'
import { MAX_WAIT_MS } from './rate-limit.ts'
import { parseSsoHeader } from './sso-header.ts'

type Headers = Readonly<Record<string, string | number | undefined>>
type ErrorResponse = {
  status: number
  path: string
  headers: Headers
  body: unknown
  now: number
  /** GitHub's website: only links of this origin are used. */
  webUrl: string
}

// The wait that GitHub documents for a secondary limit without `Retry-After`.
export const SECONDARY_LIMIT_WAIT_MS = 60_000
const MIN_WAIT_MS = 1000

// Enterprise Server names the secondary rate limit as GitHub did until 2021. After several invalid
// tokens, GitHub rejects every token for a time, valid or not.
const RATE_LIMIT_TEXT = /rate.limit|abuse.detection|maximum number of login attempts/i

// GitHub sends no code for restrictions, so its text has to distinguish them.
const RESTRICTION_TEXTS = [
  ['sso', /\bSAML\b|single sign-on/i],
  ['ip-address', /\bIP allow list\b/i],
  ['app-policy', /\bOAuth App access restrictions\b/i],
  ['token-policy', /\bforbids access via\b|\btoken's lifetime\b|\blifetime is greater than\b/i],
  ['account-suspended', /\baccount (?:is|was|has been) suspended\b/i],
] as const satisfies readonly (readonly [Restriction, RegExp])[]

/**
 * Classifies an error response by status, headers and body, in the order that GitHub documents
 * (https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api).
 */
export function classifyError(response: ErrorResponse): GitHubError {
  const { status, path, headers, body, now } = response
  // A block does not end with a reset, so it is checked before the rate limit.
  if (status === 403 && hasKey(body, 'block')) return new GitHubError('blocked', { status, path })
  const restriction = restrictionOf(response)
  if (restriction) return new GitHubError('forbidden', { status, path, ...restriction })

  const waitMs =
    status === 403 || status === 429 ? rateLimitWaitMs(status, headers, body, now) : undefined
  if (waitMs !== undefined) {
    const until = new Date(now + Math.min(Math.max(waitMs, MIN_WAIT_MS), MAX_WAIT_MS)).toISOString()
    return new GitHubError('rate-limited', { status, path, until })
  }
  const kind = isUnsearchable(response) ? 'unsearchable' : kindOfStatus(status)
  const until = kind === 'unreachable' ? retryTime(headers['retry-after'], now) : undefined
  return new GitHubError(kind, { status, path, until })
}

/** ISO 8601 time that Retry-After names by seconds or by a date (RFC 9110 §10.2.3). */
function retryTime(value: string | number | undefined, now: number): string | undefined {
  const seconds = wholeNumber(value)
  const time = seconds === undefined ? Date.parse(String(value)) : now + seconds * 1000
  if (!(time > now)) return undefined
  return new Date(Math.min(time, now + MAX_WAIT_MS)).toISOString()
}

/** Why GitHub denies the request's token data that it may return to another. */
function restrictionOf({ status, headers, body, webUrl }: ErrorResponse) {
  if (status !== 403) return undefined
  const { isRequired, url } = parseSsoHeader(headers['x-github-sso'], webUrl)
  if (isRequired) return { restriction: 'sso' as const, ...(url !== undefined && { sso: { url } }) }
  const [restriction] = RESTRICTION_TEXTS.find(([, text]) => text.test(messageOf(body))) ?? []
  return restriction && { restriction }
}

// A search for an author that does not exist is rejected too, with a text about users only.
function isUnsearchable({ status, path, body }: ErrorResponse): boolean {
  if (status !== 422 || !path.startsWith('/search/issues')) return false
  return /repositories cannot be searched/i.test(JSON.stringify(body) ?? '')
}

/** Milliseconds to wait, or undefined if this is not a rate limit. */
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

  const namesRateLimit =
    RATE_LIMIT_TEXT.test(messageOf(body)) || RATE_LIMIT_TEXT.test(documentationOf(body))
  return status === 429 || namesRateLimit ? SECONDARY_LIMIT_WAIT_MS : undefined
}

function messageOf(body: unknown): string {
  return hasKey(body, 'message') ? String(body.message) : ''
}

function documentationOf(body: unknown): string {
  return hasKey(body, 'documentation_url') ? String(body.documentation_url) : ''
}

function wholeNumber(value: string | number | undefined): number | undefined {
  return /^\d{1,15}$/.test(String(value)) ? Number(value) : undefined
}

function hasKey<K extends string>(body: unknown, key: K): body is Record<K, unknown> {
  return typeof body === 'object' && body !== null && key in body
}
