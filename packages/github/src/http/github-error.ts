/** Rules for one kind of error; everything that sorts errors looks them up here. */
export type ErrorRules = {
  /** Statuses of GitHub that are of this kind, where no header and no body says otherwise. */
  upstreamStatuses: readonly number[]
  /** HTTP status of a page or API response that has nothing to show but the error. */
  status: 400 | 401 | 403 | 404 | 429 | 451 | 503
  /** Whether a second request at once may succeed. */
  isRetryable: boolean
  /**
   * Seconds for which the error is cached apart from the data (negative caching), and nothing is
   * requested: after the first failure, and at most. Each further failure in a row doubles them.
   */
  errorTtl: { first: number; max: number }
  /** What becomes of the last known data: served as stale, withheld, or deleted. */
  lastKnownData: 'serve' | 'withhold' | 'drop'
  /** Why data that is served instead is stale. */
  staleReason: 'upstream-error' | 'revalidating'
  /** The state of a panel that has nothing to show but the error. */
  panelState:
    | 'computing'
    | 'forbidden'
    | 'needs-token'
    | 'overloaded'
    | 'rate-limited'
    | 'too-large'
    | 'unavailable'
    | 'unreadable'
    | 'unsearchable'
}

const BACK_OFF = { first: 2, max: 60 }
const HALF_A_MINUTE = { first: 30, max: 30 }

const PERMANENT = {
  isRetryable: false,
  errorTtl: BACK_OFF,
  lastKnownData: 'withhold',
  staleReason: 'upstream-error',
  panelState: 'forbidden',
} as const satisfies Partial<ErrorRules>

const TEMPORARY = {
  upstreamStatuses: [],
  status: 503,
  isRetryable: false,
  errorTtl: BACK_OFF,
  lastKnownData: 'serve',
  staleReason: 'upstream-error',
  panelState: 'unavailable',
} as const satisfies ErrorRules

/** The kinds of error, each with its rules: the one place where a kind is added. */
export const GITHUB_ERRORS = {
  /** 404, which also means "private, and you may not see it". */
  'not-found': {
    ...PERMANENT,
    upstreamStatuses: [404],
    status: 404,
    errorTtl: HALF_A_MINUTE,
    lastKnownData: 'drop',
  },
  /** The repository exists under another name, which is `fullName`. */
  renamed: { ...PERMANENT, upstreamStatuses: [], status: 404 },
  /** 451, or a 403 that names a block (DMCA, terms of service). */
  blocked: {
    ...PERMANENT,
    upstreamStatuses: [451],
    status: 451,
    errorTtl: HALF_A_MINUTE,
    lastKnownData: 'drop',
  },
  /** 410, a feature that is turned off. */
  gone: {
    ...PERMANENT,
    upstreamStatuses: [410],
    status: 404,
    errorTtl: HALF_A_MINUTE,
    lastKnownData: 'drop',
  },
  /** 401: the token is invalid, expired or revoked. */
  unauthorized: { ...PERMANENT, upstreamStatuses: [401], status: 401, lastKnownData: 'drop' },
  /** 403 for another reason. */
  forbidden: {
    ...PERMANENT,
    upstreamStatuses: [403],
    status: 403,
    errorTtl: { first: 60, max: 60 },
  },
  /** Another 4xx, such as 422 for an invalid search query. */
  'invalid-request': { ...PERMANENT, upstreamStatuses: [], status: 400 },
  /** 422: GitHub does not search the issues of a repository or an owner. */
  unsearchable: {
    ...TEMPORARY,
    errorTtl: HALF_A_MINUTE,
    lastKnownData: 'withhold',
    panelState: 'unsearchable',
  },
  /** 403 or 429; no request before `until`. */
  'rate-limited': { ...TEMPORARY, panelState: 'rate-limited' },
  /** Not requested: the client has used its budget for requests; `until` is when it is renewed. */
  'too-many-requests': { ...TEMPORARY, status: 429, lastKnownData: 'withhold' },
  /** Not requested: the quota without a token is reserved for essential requests. */
  'needs-token': { ...TEMPORARY, panelState: 'needs-token' },
  /** 202: GitHub is still computing the statistics. */
  computing: {
    ...TEMPORARY,
    errorTtl: { first: 2, max: 30 },
    staleReason: 'revalidating',
    panelState: 'computing',
  },
  /** Not requested: too many requests are queued. */
  overloaded: { ...TEMPORARY, panelState: 'overloaded' },
  /** No response in time, an incomplete one, or a 5xx. */
  unreachable: { ...TEMPORARY, isRetryable: true },
  /** A body with more bytes, levels or values than are read. */
  'too-large': { ...TEMPORARY, panelState: 'too-large' },
  /** A response that is not as GitHub documents it. */
  malformed: { ...TEMPORARY, panelState: 'unreadable' },
} as const satisfies Record<string, ErrorRules>

/** Why a read returned no data. */
export type GitHubErrorKind = keyof typeof GITHUB_ERRORS

/** The rules for a kind of error. */
export function errorRules(kind: GitHubErrorKind): ErrorRules {
  return GITHUB_ERRORS[kind]
}

/** Whether a value from outside this process is a kind of error. */
export function isGitHubErrorKind(value: string): value is GitHubErrorKind {
  return Object.hasOwn(GITHUB_ERRORS, value)
}

/** The kind of error that a status from GitHub means by itself. */
export function kindOfStatus(status: number): GitHubErrorKind {
  for (const kind of Object.keys(GITHUB_ERRORS).filter(isGitHubErrorKind)) {
    if (errorRules(kind).upstreamStatuses.includes(status)) return kind
  }
  if (status >= 500) return 'unreachable'
  return status >= 400 ? 'invalid-request' : 'malformed'
}

/** Why GitHub denies a token access that others have: mostly a setting of the organization. */
export const RESTRICTIONS = [
  /** Single sign-on: the token must be authorized for the organization. */
  'sso',
  /** The organization does not allow this type of token, or its lifetime. */
  'token-policy',
  /** The organization has not approved the OAuth app. */
  'app-policy',
  /** The organization has an IP allow list without the server's address. */
  'ip-address',
  'account-suspended',
] as const

export type Restriction = (typeof RESTRICTIONS)[number]

type Details = {
  /** HTTP status, if GitHub responded. */
  status?: number | undefined
  /** Path below the base URL, with its query, without secrets. */
  path: string
  /** ISO 8601 time before which no request may be sent, if any is known. */
  until?: string | undefined
  /** False if no request was sent for it, or one that failed is not over. True by default. */
  isSent?: boolean
  /** When `renamed`: the repository's name today, `owner/name`. */
  fullName?: string | undefined
  /** When `forbidden`: why this token may not read it, if GitHub names a reason. */
  restriction?: Restriction | undefined
  /** When restricted by `sso`: the page of GitHub's website that authorizes the token. */
  sso?: { url: string } | undefined
  /** What went wrong, if the status does not show it. */
  reason?: string | undefined
}

// Next loads this module separately for pages, API routes and instrumentation; instanceof must work
// across them.
const brand = Symbol.for('@repo/github GitHubError')

/** A read that returned no data. Its message contains no text from GitHub and no secret. */
export class GitHubError extends Error {
  static override [Symbol.hasInstance](value: unknown): boolean {
    return typeof value === 'object' && value !== null && brand in value
  }

  override name = 'GitHubError'
  readonly [brand] = true
  readonly kind: GitHubErrorKind
  readonly status: number | undefined
  readonly path: string
  readonly until: string | undefined
  /** Whether a request failed; false if it repeats an earlier error, for example. */
  readonly isSent: boolean
  /** Number of requests that failed: 2 after a retry. */
  attempts = 1
  readonly fullName: string | undefined
  readonly restriction: Restriction | undefined
  readonly sso: { url: string } | undefined

  constructor(kind: GitHubErrorKind, details: Details) {
    const { status, path, until, isSent = true, fullName, restriction, sso, reason } = details
    const outcome = status === undefined ? 'did not respond' : `responded ${status}`
    super(`GitHub ${outcome} to GET ${path}: ${reason ?? kind}`)
    this.kind = kind
    this.status = status
    this.path = path
    this.until = until
    this.isSent = isSent
    this.fullName = fullName
    this.restriction = restriction
    this.sso = sso
  }
}
