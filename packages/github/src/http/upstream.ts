import pLimit from 'p-limit'
import { errorRules, GitHubError } from './github-error.ts'
import type { Identity } from './identities.ts'
import { createHttp, type GitHubRequest, type GitHubResponse, type HttpOptions } from './request.ts'

export type UpstreamOptions = HttpOptions & {
  /** The server's own token, for public data. */
  token?: string | undefined
  /** Waits between a request and its retry. */
  pause?: (milliseconds: number) => Promise<void>
}

type RequestContext = { identity: Identity; etag?: string | undefined; deadline: number }

export type Upstream = ReturnType<typeof createUpstream>

// GitHub allows a hundred concurrent requests and asks for few.
const MAX_CONCURRENT_REQUESTS = 16
// A connection error or a gateway's error is often gone at once; an error of GitHub itself is not.
const RETRYABLE_STATUSES = [502, 503, 504]
const MIN_RETRY_MS = 500
// After this, a token that GitHub has rejected is sent again: the cause may be gone.
const REJECTED_TOKEN_COOLDOWN_MS = 600_000

/** Sends requests within GitHub's limits: few at once, none before a reset, at most one retry. */
export function createUpstream(options: UpstreamOptions) {
  const { now = Date.now, pause = sleep } = options
  const http = createHttp(options)
  const withSlot = pLimit(MAX_CONCURRENT_REQUESTS)
  let tokenRejectedAt: number | undefined

  function request(request: GitHubRequest, context: RequestContext): Promise<GitHubResponse> {
    return context.identity.rateLimit.track(requestWithRetry(request, context))
  }

  async function requestWithRetry(
    request: GitHubRequest,
    context: RequestContext,
  ): Promise<GitHubResponse> {
    try {
      return await requestOnce(request, context)
    } catch (error) {
      const waitMs = 50 + Math.random() * 150
      if (!isTransient(error) || context.deadline - now() < waitMs + MIN_RETRY_MS) throw error
      await pause(waitMs)
      return requestOnce(request, context)
    }
  }

  async function requestOnce(
    request: GitHubRequest,
    context: RequestContext,
  ): Promise<GitHubResponse> {
    const { token: viewerToken } = context.identity
    if (viewerToken !== undefined) return requestWithToken(viewerToken, request, context)
    try {
      if (!isTokenRejected()) return await requestWithToken(options.token, request, context)
    } catch (error) {
      const isBadToken = error instanceof GitHubError && error.kind === 'unauthorized'
      if (!isBadToken || options.token === undefined) throw error
      // GitHub rejects a bad token even for public data, which it returns without a token.
      tokenRejectedAt = now()
    }
    // The entity tag may be that of a response to the token.
    return requestWithToken(undefined, request, { ...context, etag: undefined })
  }

  function requestWithToken(
    token: string | undefined,
    request: GitHubRequest,
    { identity: { rateLimit }, etag, deadline }: RequestContext,
  ): Promise<GitHubResponse> {
    const bucket = bucketOf(request)
    return withSlot(async () => {
      const path = http.pathOf(request)
      const until = rateLimit.limitedUntil(bucket)
      if (until !== undefined) throw new GitHubError('rate-limited', { path, until })
      // The caller stopped waiting while the request was queued.
      if (now() >= deadline) throw new GitHubError('unreachable', { path, reason: 'no time left' })
      try {
        const response = await http.send(request, { token, etag })
        if (bucket !== 'free') rateLimit.record(bucket, response.headers)
        return response
      } catch (error) {
        if (error instanceof GitHubError && error.until) rateLimit.wait(bucket, error.until)
        throw error
      }
    })
  }

  /** Whether GitHub has rejected the server's token; for a while, none is sent for public data. */
  function isTokenRejected(): boolean {
    return tokenRejectedAt !== undefined && now() - tokenRejectedAt < REJECTED_TOKEN_COOLDOWN_MS
  }

  /** Whether the quota is so small that only essential requests are sent. */
  async function isUnauthenticated({ token, rateLimit }: Identity): Promise<boolean> {
    const hasToken = token !== undefined || (options.token !== undefined && !isTokenRejected())
    // Without a token the first response reports the quota; with one there is no reason to wait.
    if (!hasToken) await rateLimit.firstResponse()
    return rateLimit.isUnauthenticated()
  }

  return {
    request,
    isUnauthenticated,
    baseUrl: options.baseUrl,
    pathOf: http.pathOf,
    limitedUntil: (request: GitHubRequest, { rateLimit }: Identity) =>
      rateLimit.limitedUntil(bucketOf(request)),
    isTokenRejected,
  }
}

function bucketOf({ route }: GitHubRequest): string {
  // The quotas can be requested at any time, and at no cost.
  if (route === 'GET /rate_limit') return 'free'
  return route.startsWith('GET /search/') ? 'search' : 'core'
}

function isTransient(error: unknown): boolean {
  if (!(error instanceof GitHubError) || !errorRules(error.kind).isRetryable) return false
  return error.status === undefined || RETRYABLE_STATUSES.includes(error.status)
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
