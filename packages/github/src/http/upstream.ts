import pLimit from 'p-limit'
import { GitHubError } from './github-error.ts'
import type { Identity } from './identities.ts'
import {
  createTransport,
  type GitHubRequest,
  type GitHubResponse,
  type TransportOptions,
} from './request.ts'

export type UpstreamOptions = TransportOptions & {
  /** The server's own token, for public data. */
  token?: string | undefined
  /** Waits between two tries. */
  pause?: (milliseconds: number) => Promise<void>
}

type Asking = { identity: Identity; etag?: string | undefined; deadline: number }

export type Upstream = ReturnType<typeof createUpstream>

// GitHub allows a hundred at once and asks for few.
const mostAtOnce = 16
// A connection failure or a gateway's error often passes; what GitHub itself says does not.
const passingStatuses = [502, 503, 504]
const shortestRetry = 500
// Milliseconds after which a token that GitHub has refused is sent again: what refused it may have passed.
const tokenRestsFor = 600_000

/** Asks GitHub politely: few at once, nothing before a reset, at most one second try. */
export function createUpstream(options: UpstreamOptions) {
  const { now = Date.now, pause = sleep } = options
  const transport = createTransport(options)
  const atOnce = pLimit(mostAtOnce)
  let tokenRefusedAt: number | undefined

  /** GitHub has refused the server's token, and for a while public data is requests for without one. */
  function tokenRefused(): boolean {
    return tokenRefusedAt !== undefined && now() - tokenRefusedAt < tokenRestsFor
  }

  function ask(question: GitHubRequest, asking: Asking): Promise<GitHubResponse> {
    return asking.identity.limits.during(() => askTwice(question, asking))
  }

  async function askTwice(question: GitHubRequest, asking: Asking): Promise<GitHubResponse> {
    try {
      return await askOnce(question, asking)
    } catch (error) {
      const wait = 50 + Math.random() * 150
      if (!isPassing(error) || asking.deadline - now() < wait + shortestRetry) throw error
      await pause(wait)
      return askOnce(question, asking)
    }
  }

  async function askOnce(question: GitHubRequest, asking: Asking): Promise<GitHubResponse> {
    const { token: own } = asking.identity
    if (own !== undefined) return askAs(own, question, asking)
    try {
      if (!tokenRefused()) return await askAs(options.token, question, asking)
    } catch (error) {
      const isBadToken = error instanceof GitHubError && error.kind === 'unauthorized'
      if (!isBadToken || options.token === undefined) throw error
      // GitHub refuses a bad token even for public data: without one it answers.
      tokenRefusedAt = now()
    }
    // The entity tag that we have may be of an answer to the token.
    return askAs(undefined, question, { ...asking, etag: undefined })
  }

  async function askAs(
    token: string | undefined,
    question: GitHubRequest,
    { identity: { limits }, etag, deadline }: Asking,
  ): Promise<GitHubResponse> {
    const bucket = bucketOf(question)
    const answer = await atOnce(async () => {
      const path = transport.pathOf(question)
      const until = limits.limitedUntil(bucket)
      if (until !== undefined) throw new GitHubError('rate-limited', { path, until })
      // Who stood in the queue until now has left, and others are waiting.
      if (now() >= deadline) throw new GitHubError('unreachable', { path, reason: 'no time left' })
      try {
        return await transport.send(question, { token, etag })
      } catch (error) {
        if (error instanceof GitHubError && error.until) limits.wait(bucket, error.until)
        throw error
      }
    })
    if (bucket !== 'free') limits.note(bucket, answer.headers)
    return answer
  }

  /** GitHub answers so few questions an hour that only the essential ones are requests. */
  async function isMeagre({ token, limits }: Identity): Promise<boolean> {
    const isKnown = token !== undefined || (options.token !== undefined && !tokenRefused())
    // Without a token the first answer tells; with one there is no reason to wait for it.
    if (!isKnown) await limits.heard()
    return limits.isMeagre()
  }

  return {
    ask,
    isMeagre,
    baseUrl: options.baseUrl,
    pathOf: transport.pathOf,
    limitedUntil: (question: GitHubRequest, { limits }: Identity) =>
      limits.limitedUntil(bucketOf(question)),
    tokenRefused,
  }
}

function bucketOf({ route }: GitHubRequest): string {
  // What is left may be asked at any time, and costs nothing.
  if (route === 'GET /rate_limit') return 'free'
  return route.startsWith('GET /search/') ? 'search' : 'core'
}

function isPassing(error: unknown): boolean {
  if (!(error instanceof GitHubError) || error.kind !== 'unreachable') return false
  return error.status === undefined || passingStatuses.includes(error.status)
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
