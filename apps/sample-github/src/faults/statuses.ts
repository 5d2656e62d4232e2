import { STATUS_CODES } from 'node:http'
import { rateLimits } from '../data/rate-limits.ts'
import { findRepository } from '../data/repositories.ts'
import { quotaHeaders, rateLimitResource } from '../http/headers.ts'
import { sendError } from '../http/send.ts'
import {
  blocked,
  githubError,
  moved,
  rateLimitExceeded,
  type ThrownResponse,
} from '../http/thrown-response.ts'
import type { Fault, FaultRequest } from './fault.ts'

const BODILESS_STATUSES = new Set([204, 205, 304])

const secondaryLimit =
  'You have exceeded a secondary rate limit. Please wait a few minutes before you try again. If you reach out to GitHub Support for help, please include the request ID 5A3B:1E:0.'

/**
 * A rate limit stops every request of a client, so the faults last just long enough to be seen.
 * `reset-in-NNN` lasts longer.
 */
const RATE_LIMIT_SECONDS = 5
const retryAfter = { 'retry-after': String(RATE_LIMIT_SECONDS) }

const errorsByStatus: Record<number, () => ThrownResponse> = {
  401: () => githubError(401, 'Bad credentials'),
  403: () => githubError(403, 'Resource not accessible by personal access token'),
  404: () => githubError(404, 'Not Found'),
  409: () => githubError(409, 'Git Repository is empty.'),
  410: () => githubError(410, 'Issues are disabled for this repo'),
  422: () => githubError(422, 'Validation Failed'),
  429: () => githubError(429, secondaryLimit, '', retryAfter),
  451: () => blocked(451),
  500: () => githubError(500, 'Server Error'),
  503: () => githubError(503, 'Service Unavailable'),
}

export function toResponse({ status, body, headers }: ThrownResponse): Response {
  return sendError(status, body, headers)
}

/** `status-NNN`: the status with the body that GitHub would send. */
export function withStatus(status: number): Fault {
  return ({ c, unchanged }) => {
    if (status === 200) return unchanged()
    if (BODILESS_STATUSES.has(status)) return new Response(null, { status })
    if (status < 300) return sendError(status, {})
    if (status < 400) {
      const { body, headers } = moved(`${c.get('view').api}/repos/acme/rocket`)
      return sendError(status, body, headers)
    }
    const errorFor = errorsByStatus[status]
    return toResponse(errorFor?.() ?? githubError(status, STATUS_CODES[status] ?? 'Unknown status'))
  }
}

/** The hourly rate limit is exceeded; `secondsLeft` until the reset may be negative. */
export function rateLimited(status: 403 | 429, secondsLeft: number): Fault {
  return ({ c, seconds }) => {
    const { viewer } = c.get('view')
    const resource = rateLimitResource(c.get('path'))
    const { limit } = rateLimits[viewer === undefined ? 'anonymous' : 'token'][resource]
    const quota = { limit, used: limit, resetAt: seconds + secondsLeft }
    return toResponse(rateLimitExceeded(status, viewer, quotaHeaders(quota, resource)))
  }
}

function redirectTo(location: string): Response {
  return toResponse(moved(location))
}

/** The name redirects to the id, and the id redirects to the name. */
function renamedLoop({ c }: FaultRequest): Response {
  const { api } = c.get('view')
  const [path = '', byName] = c.get('paths')
  if (byName !== undefined) return redirectTo(`${api}${byName}`)
  const [, owner = '', name = '', rest = ''] = /^\/repos\/([^/]+)\/([^/]+)(.*)$/s.exec(path) ?? []
  const repo = findRepository(owner, name)?.repo
  return redirectTo(`${api}${repo ? `/repositories/${repo.id}${rest}` : path}`)
}

const HOUR = 3_600
const TEN_YEARS = 10 * 365 * 24 * HOUR

export const statusFaults: Record<string, Fault> = {
  'rate-limited': rateLimited(403, RATE_LIMIT_SECONDS),
  'rate-limited-429': rateLimited(429, RATE_LIMIT_SECONDS),
  'reset-far': rateLimited(403, TEN_YEARS),
  'reset-past': rateLimited(403, -HOUR),
  'secondary-limit': () =>
    toResponse(
      githubError(
        403,
        secondaryLimit,
        '/using-the-rest-api/rate-limits-for-the-rest-api#about-secondary-rate-limits',
        retryAfter,
      ),
    ),
  'blocked-403': () => toResponse(blocked(403)),
  'redirect-loop': ({ c }) => redirectTo(c.req.url),
  'redirect-elsewhere': ({ redirectOrigin }) => redirectTo(`${redirectOrigin}/stolen`),
  'redirect-metadata': () => redirectTo('http://169.254.169.254/'),
  'renamed-loop': renamedLoop,
  flaky: ({ count, unchanged }) =>
    count % 3 === 0 ? toResponse(githubError(502, 'Bad Gateway')) : unchanged(),
  'bad-links': ({ c, redirectOrigin, unchanged }) => {
    c.set('linkBase', redirectOrigin)
    c.set('hasForcedLinks', true)
    return unchanged()
  },
}
