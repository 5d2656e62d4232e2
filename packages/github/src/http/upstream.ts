import {
  type CircuitState,
  createCircuitBreaker,
  notRequestedError,
  repoPathOf,
} from './circuit-breaker.ts'
import { errorRules, GitHubError } from './github-error.ts'
import type { Identity, TokenVerification } from './identities.ts'
import { createRateLimit, type RateLimit } from './rate-limit.ts'
import { createHttp, type GitHubRequest, type GitHubResponse, type HttpOptions } from './request.ts'
import { createRequestSlots, type RequestBatch, type SlotShare } from './request-slots.ts'
import { createServerToken } from './server-token.ts'

export type UpstreamOptions = HttpOptions & {
  /** The server's own token, for public data. */
  token?: string | undefined
  /** Waits between a request and its retry. */
  pause?: (milliseconds: number) => Promise<void>
  /** Called when the circuit breaker opens or closes: GitHub stops responding, or responds again. */
  onCircuitChange?: ((state: CircuitState) => void) | undefined
}

export type RequestContext = {
  identity: Identity
  batch: RequestBatch
  etag?: string | undefined
  deadline: number
  /** Whether a transient error is followed by a second request at once. */
  canRetry: boolean
  /** Counts the verification of a token against the client's budget; throws if it is used up. */
  spendTokenRequest?: (() => Promise<void>) | undefined
}

/** What a request is sent with: a token, or none, and the rate limit that applies then. */
type Credentials = { token: string | undefined; rateLimit: RateLimit }

export type Upstream = ReturnType<typeof createUpstream>

// A connection error or a gateway's error is often gone at once; an error of GitHub itself is not.
const RETRYABLE_STATUSES = [502, 503, 504]
export const MIN_RETRY_PAUSE_MS = 50
export const MAX_RETRY_PAUSE_MS = 200
// With less time left, a retry would not be complete.
const MIN_RETRY_MS = 500
// After this, a token that GitHub has rejected is sent again: the cause may be gone.
export const REJECTED_TOKEN_COOLDOWN_MS = 600_000
// An owner or a repository for which GitHub does not accept the token may accept it later.
export const TOKEN_EXCEPTION_MS = 3_600_000
export const UNCHECKED_TOKEN_EXCEPTION_MS = 60_000
// The quotas can be requested at any time, and at no cost.
export const FREE_ROUTE = 'GET /rate_limit'
const VIEWER_REQUEST: GitHubRequest = { route: 'GET /user', params: {}, isEssential: true }

// The shares of the slots, so that public requests, viewers, a single viewer and a single repository
// each leave some to the others.
const PUBLIC_SHARE = 0.75
const ALL_VIEWERS_SHARE = 0.75
const VIEWER_SHARE = 0.25
const REPO_SHARE = 0.5

/**
 * Sends requests within GitHub's limits: as many at once as its latency allows, none before a reset,
 * at most one retry, and only a probe now and then while GitHub does not respond.
 */
export function createUpstream(options: UpstreamOptions) {
  const { now = Date.now, pause = sleep } = options
  const http = createHttp(options)
  const slots = createRequestSlots(now)
  const circuit = createCircuitBreaker(now, (state) => {
    if (state === 'open') slots.rejectQueued(notRequestedError)
    options.onCircuitChange?.(state)
  })
  const serverToken = createServerToken(options.token, now)
  // GitHub counts requests without a token by the server's address.
  const unauthenticated: Credentials = { token: undefined, rateLimit: createRateLimit(now) }
  let tokenCheck: Promise<'valid' | 'invalid' | 'unknown'> | undefined

  function request(request: GitHubRequest, context: RequestContext): Promise<GitHubResponse> {
    const { rateLimit, verification } = context.identity
    if (verification) return rateLimit.track(requestAsViewer(request, context, verification))
    return credentialsFor(request, context.identity).rateLimit.track(
      requestWithRetry(request, context),
    )
  }

  /**
   * Sends nothing with a viewer's token before GitHub has accepted it for `GET /user`, and nothing
   * for some minutes after GitHub has rejected it: GitHub blocks a server that sends many such tokens.
   */
  async function requestAsViewer(
    request: GitHubRequest,
    context: RequestContext,
    verification: TokenVerification,
  ): Promise<GitHubResponse> {
    if (verification.isRejected()) {
      throw new GitHubError('unauthorized', { path: http.pathOf(request), isSent: false })
    }
    const isViewerRequest = request.route === VIEWER_REQUEST.route
    if (verification.state === 'unverified') {
      const isOwn = verification.pending === undefined
      verification.pending ??= verifyToken(context, verification).finally(() => {
        verification.pending = undefined
      })
      try {
        const viewer = await verification.pending
        if (isViewerRequest) return viewer
      } catch (error) {
        if (!(error instanceof GitHubError)) throw error
        // The budget of another client is used up.
        if (!isOwn && error.kind === 'too-many-requests') {
          return requestAsViewer(request, context, verification)
        }
        if (isViewerRequest) throw error
        assertAccepted(verification, error)
      }
    }
    if (isViewerRequest) return requestViewer(request, context, verification)
    return requestWithRetry(request, context)
  }

  /** Throws the error of a verification, unless it shows that GitHub accepts the token. */
  function assertAccepted({ state }: TokenVerification, error: GitHubError): void {
    if (state !== 'accepted') throw new GitHubError(error.kind, { ...error, isSent: false })
  }

  // GitHub counts a request with a made-up token against the server, not against a viewer.
  async function verifyToken(
    context: RequestContext,
    verification: TokenVerification,
  ): Promise<GitHubResponse> {
    await context.spendTokenRequest?.()
    return requestViewer(VIEWER_REQUEST, context, verification)
  }

  async function requestViewer(
    request: GitHubRequest,
    context: RequestContext,
    verification: TokenVerification,
  ): Promise<GitHubResponse> {
    try {
      const response = await requestWithRetry(request, context)
      verification.state = 'accepted'
      return response
    } catch (error) {
      if (!(error instanceof GitHubError)) throw error
      if (error.kind === 'unauthorized') verification.reject()
      // GitHub knows the token, but does not allow it to read the viewer. Another 403 shows nothing
      // about the token.
      if (error.restriction !== undefined || error.kind === 'not-found') {
        verification.state = 'accepted'
      }
      throw error
    }
  }

  async function requestWithRetry(
    request: GitHubRequest,
    context: RequestContext,
  ): Promise<GitHubResponse> {
    try {
      return await requestOnce(request, context)
    } catch (error) {
      const waitMs = MIN_RETRY_PAUSE_MS + Math.random() * (MAX_RETRY_PAUSE_MS - MIN_RETRY_PAUSE_MS)
      const hasTime = context.deadline - now() >= waitMs + MIN_RETRY_MS
      if (!isTransient(error) || !context.canRetry || !hasTime) throw error
      await pause(waitMs)
      try {
        return await requestOnce(request, context)
      } catch (secondError) {
        if (secondError instanceof GitHubError) secondError.attempts++
        throw secondError
      }
    }
  }

  async function requestOnce(
    request: GitHubRequest,
    context: RequestContext,
  ): Promise<GitHubResponse> {
    const credentials = credentialsFor(request, context.identity)
    const isServerToken = context.identity.token === undefined && credentials.token !== undefined
    // The entity tag may be that of a response to the token.
    const withoutToken = { ...context, etag: undefined }
    if (credentials === unauthenticated) {
      return requestWith(credentials, request, withoutToken)
    }
    try {
      return await requestWith(credentials, request, context)
    } catch (error) {
      if (!isServerToken || !(await withholdIfRefused(error, request))) throw error
      return requestWith(unauthenticated, request, withoutToken)
    }
  }

  async function requestWith(
    { token, rateLimit }: Credentials,
    request: GitHubRequest,
    { identity, batch, etag, deadline }: RequestContext,
  ): Promise<GitHubResponse> {
    const bucket = bucketOf(request)
    const path = http.pathOf(request)

    async function send(signal?: AbortSignal): Promise<GitHubResponse> {
      try {
        const response = await http.send(request, { token, etag, signal })
        if (bucket !== 'free') rateLimit.record(bucket, response.headers)
        return response
      } catch (error) {
        const isLimited = error instanceof GitHubError && error.kind === 'rate-limited'
        if (isLimited && error.until) rateLimit.wait(bucket, error.until)
        throw error
      }
    }

    function assertNotLimited(): void {
      const until = rateLimit.limitedUntil(bucket)
      if (until !== undefined) throw new GitHubError('rate-limited', { path, until, isSent: false })
    }

    async function sendAsProbe(): Promise<GitHubResponse | undefined> {
      if (!circuit.isOpen()) return undefined
      assertNotLimited()
      return circuit.probe(path, send)
    }

    const probed = await sendAsProbe()
    if (probed) return probed
    const isEssential = request.isEssential === true
    const shares = sharesOf(identity, path)
    return slots.run({ path, batch, isEssential, shares, deadline }, async (signal, onHang) => {
      // The circuit may have opened while the request was queued.
      const probed = await sendAsProbe()
      if (probed) return probed
      assertNotLimited()
      return circuit.track(path, () => send(signal), onHang)
    })
  }

  /** Public data is requested with the server's token where GitHub accepts it, else without any. */
  function credentialsFor(request: GitHubRequest, { token, rateLimit }: Identity): Credentials {
    if (token !== undefined || options.token === undefined) return { token, rateLimit }
    if (request.withoutServerToken) return unauthenticated
    const serverTokenForRequest = serverToken.tokenFor(request)
    return serverTokenForRequest === undefined
      ? unauthenticated
      : { token: serverTokenForRequest, rateLimit }
  }

  /**
   * If GitHub refuses the server's token for data that it may return without a token, withholds the
   * token from such requests and returns true: an organization restricts tokens, or it is invalid.
   */
  async function withholdIfRefused(error: unknown, request: GitHubRequest): Promise<boolean> {
    if (!(error instanceof GitHubError)) return false
    if (error.restriction !== undefined) {
      serverToken.withholdFromOwner(request, TOKEN_EXCEPTION_MS)
      return true
    }
    if (error.kind !== 'unauthorized') return false
    // A concurrent request may have withheld the token in the meantime.
    if (serverToken.tokenFor(request) === undefined) return true
    switch (request.route === FREE_ROUTE ? 'invalid' : await checkTokenOnce()) {
      case 'valid':
        serverToken.withholdFromRepo(request, TOKEN_EXCEPTION_MS)
        break
      case 'invalid':
        serverToken.withholdFromAll(REJECTED_TOKEN_COOLDOWN_MS)
        break
      case 'unknown':
        serverToken.withholdFromRepo(request, UNCHECKED_TOKEN_EXCEPTION_MS)
    }
    return true
  }

  function checkTokenOnce() {
    tokenCheck ??= checkToken().finally(() => {
      tokenCheck = undefined
    })
    return tokenCheck
  }

  async function checkToken(): Promise<'valid' | 'invalid' | 'unknown'> {
    try {
      await http.send({ route: FREE_ROUTE, params: {} }, { token: options.token })
      return 'valid'
    } catch (error) {
      if (!(error instanceof GitHubError)) throw error
      if (error.kind === 'unauthorized') return 'invalid'
      // Enterprise Server without rate limits.
      return error.kind === 'not-found' ? 'valid' : 'unknown'
    }
  }

  /** Whether the quota is so small that only essential requests are sent. */
  async function isUnauthenticated(request: GitHubRequest, identity: Identity): Promise<boolean> {
    const { token, rateLimit } = credentialsFor(request, identity)
    // Without a token the first response reports the quota; with a token, there is no need to wait.
    if (token === undefined) await rateLimit.firstResponse()
    return rateLimit.isUnauthenticated()
  }

  return {
    request,
    createBatch: slots.createBatch,
    isUnauthenticated,
    circuit,
    baseUrl: options.baseUrl,
    pathOf: http.pathOf,
    limitedUntil: (request: GitHubRequest, identity: Identity) =>
      credentialsFor(request, identity).rateLimit.limitedUntil(bucketOf(request)),
    reservedUntil: (request: GitHubRequest, identity: Identity) =>
      credentialsFor(request, identity).rateLimit.reservedUntil(bucketOf(request)),
    /** The quotas of public requests: with the server's token, while GitHub accepts it. */
    quotas: ({ rateLimit }: Identity) =>
      (serverToken.isRejected() ? unauthenticated.rateLimit : rateLimit).quotas(),
    isTokenRejected: serverToken.isRejected,
  }
}

function bucketOf({ route }: GitHubRequest): string {
  if (route === FREE_ROUTE) return 'free'
  return route.startsWith('GET /search/') ? 'search' : 'core'
}

function sharesOf({ key, token }: Identity, path: string): SlotShare[] {
  const own: SlotShare[] =
    token === undefined
      ? [{ group: key, share: PUBLIC_SHARE }]
      : [
          { group: 'viewers', share: ALL_VIEWERS_SHARE },
          { group: key, share: VIEWER_SHARE },
        ]
  return [...own, { group: `${key} ${repoPathOf(path)}`, share: REPO_SHARE }]
}

function isTransient(error: unknown): boolean {
  if (!(error instanceof GitHubError) || !error.isSent) return false
  // GitHub names a time, with Retry-After.
  if (error.until !== undefined) return false
  if (!errorRules(error.kind).isRetryable) return false
  return error.status === undefined || RETRYABLE_STATUSES.includes(error.status)
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
