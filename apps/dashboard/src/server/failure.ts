import type { ServerResponse } from 'node:http'
import { formatChallenge } from '@repo/auth-headers'
import type { GitHubError } from '@repo/github'

/**
 * A failure that the visitor reads in place of the page. A limit is that of the hour, unless it names
 * another of GitHub's resources.
 */
export type Failure =
  | { kind: 'method' }
  | { kind: 'blocked' }
  | { kind: 'unauthorized' }
  | { kind: 'credential'; why: string }
  | { kind: 'forbidden' }
  | { kind: 'refused' }
  | { kind: 'limited'; until: string; resource?: 'search' }
  | { kind: 'unreachable' }

/** Statuses of the failures; a 503 says when to come back (RFC 9110 §10.2.3). */
const statuses = {
  method: 405,
  blocked: 451,
  unauthorized: 401,
  credential: 401,
  forbidden: 403,
  refused: 400,
  limited: 503,
  unreachable: 503,
} as const satisfies Record<Failure['kind'], number>

// The realm of challenges (RFC 9110 §11.5): the credentials are GitHub's.
const REALM = 'GitHub'

/** Seconds after which a visitor may try an unreachable GitHub again. */
const RETRY_AFTER_SECONDS = 30

/** What an error of GitHub's means for the visitor; undefined for one that is ours. */
export function failureOf(error: GitHubError): Failure | undefined {
  switch (error.kind) {
    case 'blocked':
    case 'unauthorized':
    case 'forbidden':
    case 'invalid-request':
      return { kind: error.kind }
    case 'rate-limited':
      return error.until === undefined
        ? { kind: 'unreachable' }
        : { kind: 'limited', until: error.until, ...resourceOf(error) }
    case 'unreachable':
    case 'malformed':
    case 'computing':
    case 'needs-token':
      return { kind: 'unreachable' }
    default:
      return undefined
  }
}

// An owner's page searches too: the address of the page does not tell.
function resourceOf({ path }: GitHubError): { resource?: 'search' } {
  return path.startsWith('/search/') ? { resource: 'search' } : {}
}

/** Gives a response the status and the headers of a failure. */
export function setFailure(res: ServerResponse, failure: Failure, now = Date.now()): void {
  res.statusCode = statuses[failure.kind]
  if (failure.kind === 'method') res.setHeader('Allow', 'GET, HEAD')
  if (failure.kind === 'unauthorized') {
    res.setHeader('WWW-Authenticate', formatChallenge(REALM))
  }
  if (failure.kind === 'credential') {
    res.setHeader('WWW-Authenticate', formatChallenge(REALM, failure.why))
  }
  if (failure.kind === 'unreachable') res.setHeader('Retry-After', String(RETRY_AFTER_SECONDS))
  if (failure.kind === 'limited') {
    const seconds = Math.ceil((Date.parse(failure.until) - now) / 1000)
    res.setHeader('Retry-After', String(Math.max(seconds, 1)))
  }
}
