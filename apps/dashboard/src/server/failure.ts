import type { ServerResponse } from 'node:http'
import { formatChallenge } from '@repo/auth-headers'
import type { CachePolicy } from '@repo/cache-headers'
import {
  errorRules,
  type GITHUB_ERRORS,
  type GitHubError,
  type GitHubErrorKind,
  type Restriction,
} from '@repo/github'
import { OVERLOAD_RETRY_AFTER_SECONDS, RETRY_AFTER_SECONDS } from './deadlines.ts'
import { readEnv } from './process/env.ts'

type Errors = typeof GITHUB_ERRORS

/** The kinds of GitHub error that a retry does not fix, and that the visitor can be shown. */
type PermanentKind = {
  [Kind in GitHubErrorKind]: Errors[Kind]['status'] extends 404 | 429 | 503 ? never : Kind
}[GitHubErrorKind]

/** A failure that is shown in place of the page. */
export type Failure =
  | {
      kind:
        | Exclude<PermanentKind, 'forbidden'>
        | 'method-not-allowed'
        | 'computing'
        | 'overloaded'
        | 'unreachable'
        | 'too-large'
        | 'malformed'
    }
  /** With `restriction`, why the viewer's token may not read it; with `ssoUrl`, where to authorize it. */
  | { kind: 'forbidden'; restriction?: Restriction; ssoUrl?: string }
  | { kind: 'invalid-credentials'; message: string }
  /** A repository: GitHub has none of this name, or it is private. */
  | { kind: 'not-found'; fullName: string }
  /** The client has used its budget of requests to GitHub. */
  | { kind: 'too-many-requests'; until: string }
  /** Without `resource`, the hourly rate limit is reached; of a viewer's account with `isViewers`. */
  | { kind: 'rate-limited'; until: string; resource?: 'search'; isViewers?: true }

/**
 * A failure in the props of its page, with the HTTP status of the response. Without a request ID, a
 * shared cache may store it.
 */
export type FailureProps = Failure & { status: number; requestId?: string }

// The realm of challenges (RFC 9110 §11.5): the credentials are GitHub's.
const REALM = 'GitHub'

/**
 * Converts a GitHub error to the failure that the visitor sees; undefined for "not found". A viewer
 * also sees what restricts their token.
 */
export function failureOf(
  { kind, status, until, path, restriction, sso }: GitHubError,
  cacheScope: CachePolicy['scope'] = 'public',
): Failure | undefined {
  if (kind === 'forbidden' && restriction && cacheScope === 'private') {
    const ssoUrl = restriction === 'sso' && (sso?.url ?? connectionsUrl())
    return { kind, restriction, ...(ssoUrl && { ssoUrl }) }
  }
  // The token itself is valid, or the viewer would be signed out.
  if (kind === 'unauthorized' && cacheScope === 'private') return { kind: 'forbidden' }
  // Visitors write searches, and this site every other request.
  const isInvalidSearch = path.startsWith('/search/') && (status === 400 || status === 422)
  if (kind === 'invalid-request' && !isInvalidSearch) return { kind: 'malformed' }
  if (isPermanent(kind)) return { kind }
  if (errorRules(kind).status === 404) return undefined
  if (isExplained(kind)) return { kind }
  if (kind === 'too-many-requests' && until !== undefined) return { kind, until }
  if (kind !== 'rate-limited' || until === undefined) return { kind: 'unreachable' }
  // The path of the request, because pages other than the search page also search.
  const resource = path.startsWith('/search/') && ({ resource: 'search' } as const)
  return { kind, until, ...resource, ...(cacheScope === 'private' && { isViewers: true }) }
}

/** Returns the URL of GitHub's page where viewers authorize tokens and apps. */
export function connectionsUrl(): string {
  return `${readEnv().githubUrl}/settings/connections`
}

function statusOf({ kind }: Failure): number {
  if (kind === 'method-not-allowed') return 405
  if (kind === 'invalid-credentials') return 401
  return errorRules(kind).status
}

/** Sets the status and the headers of a failure; a 429 and a 503 have Retry-After (RFC 9110 §10.2.3). */
export function setFailure(res: ServerResponse, failure: Failure, now = Date.now()): void {
  res.statusCode = statusOf(failure)
  switch (failure.kind) {
    case 'method-not-allowed':
      res.setHeader('Allow', 'GET, HEAD')
      break
    case 'unauthorized':
      res.setHeader('WWW-Authenticate', formatChallenge(REALM))
      break
    case 'invalid-credentials':
      res.setHeader('WWW-Authenticate', formatChallenge(REALM, failure.message))
      break
    case 'overloaded':
      res.setHeader('Retry-After', String(OVERLOAD_RETRY_AFTER_SECONDS))
      break
    case 'computing':
    case 'unreachable':
    case 'too-large':
    case 'malformed':
      res.setHeader('Retry-After', String(RETRY_AFTER_SECONDS))
      break
    case 'too-many-requests':
    case 'rate-limited': {
      const seconds = Math.ceil((Date.parse(failure.until) - now) / 1000)
      res.setHeader('Retry-After', String(Math.max(seconds, 1)))
    }
  }
}

/** Whether a temporary error has a text of its own. */
function isExplained(kind: GitHubErrorKind) {
  return (
    kind === 'computing' || kind === 'malformed' || kind === 'overloaded' || kind === 'too-large'
  )
}

function isPermanent(kind: GitHubErrorKind): kind is PermanentKind {
  const { status } = errorRules(kind)
  return status !== 404 && status !== 429 && status !== 503
}
