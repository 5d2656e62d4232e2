/**
 * Why a read gave no data.
 *
 * - `not-found`: GitHub says 404, which also means "private, and you may not see it".
 * - `renamed`: the repository answers, under another name.
 * - `blocked`: 451, or a 403 that names a block (DMCA, terms of service).
 * - `gone`: 410, a feature that is turned off.
 * - `unauthorized`: 401, the token is bad, expired or revoked.
 * - `forbidden`: 403 for another reason.
 * - `rate-limited`: 403 or 429; nothing may be asked before `until`.
 * - `refused`: another 4xx, such as 422 for a query that GitHub does not understand.
 * - `needs-token`: not asked, because GitHub answers too few questions without a token.
 * - `computing`: 202, GitHub is still counting.
 * - `unreachable`: no answer in time, a cut-off one, or a 5xx.
 * - `malformed`: an answer that is not what GitHub documents.
 */
export type GitHubErrorKind =
  | 'not-found'
  | 'renamed'
  | 'blocked'
  | 'gone'
  | 'unauthorized'
  | 'forbidden'
  | 'rate-limited'
  | 'invalid-request'
  | 'needs-token'
  | 'computing'
  | 'unreachable'
  | 'malformed'

type Details = {
  /** HTTP status, when GitHub gave one. */
  status?: number | undefined
  /** Path below the base URL, with its query, without secrets. */
  path: string
  /** When `rate-limited`: ISO 8601 time from which GitHub may be requests again. */
  until?: string | undefined
  /** When `renamed`: the repository's name today, `owner/name`. */
  fullName?: string | undefined
  /** What went wrong, where the status does not say it. */
  reason?: string | undefined
}

// Next gives pages, API routes and instrumentation an instance of this module each; what one of them
// throws must be known to the others.
const brand = Symbol.for('@repo/github GitHubError')

/** A read that gave no data. Its message holds no text of GitHub's, and no secret. */
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
  readonly fullName: string | undefined

  constructor(kind: GitHubErrorKind, { status, path, until, fullName, reason }: Details) {
    const answer = status === undefined ? 'gave no answer' : `answered ${status}`
    super(`GitHub ${answer} to GET ${path}: ${reason ?? kind}`)
    this.kind = kind
    this.status = status
    this.path = path
    this.until = until
    this.fullName = fullName
  }
}
