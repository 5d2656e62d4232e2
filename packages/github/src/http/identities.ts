import { createRateLimit, type RateLimit } from './rate-limit.ts'
import type { GitHubResponse } from './request.ts'

/** Who a request is sent for: the server, for public data, or a viewer with their own token. */
export type Identity = {
  key: string
  rateLimit: RateLimit
  token?: string | undefined
  /** A viewer's token, which GitHub has accepted, or not yet. */
  verification?: TokenVerification
}

/** What GitHub has responded to a viewer's token; shared by all requests of their session. */
export type TokenVerification = {
  state: 'unverified' | 'accepted'
  /** The request for the viewer, while it is in flight. */
  pending?: Promise<GitHubResponse> | undefined
  /** Whether GitHub has rejected the token in the last minutes. */
  isRejected: () => boolean
  reject: () => void
}

/** For this long, no request is sent with a viewer's token that GitHub has rejected. */
export const REJECTED_VIEWER_TOKEN_MS = 300_000

/**
 * Identifies viewers without storing their tokens: a key is an HMAC of the token, with a secret that
 * ends with the process (RFC 2104).
 * @param maxSessions The most sessions, and the most rejected tokens, that are stored. For an older session,
 * cached data is read again.
 */
export function createIdentities(now: () => number, maxSessions = 10_000) {
  const secret = crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  // A Map iterates in insertion order: the first session is the least recently used.
  const sessions = new Map<string, Required<Omit<Identity, 'token'>>>()
  // Digest of a token → milliseconds since 1970 at which GitHub rejected it; oldest first.
  const rejectedAt = new Map<string, number>()
  let sessionCount = 0

  async function identify(token: string): Promise<Identity> {
    const digest = await digestOf(token)
    // A later session with the same token finds nothing of an earlier one.
    const session = sessions.get(digest) ?? {
      key: `viewer ${digest} ${sessionCount++}`,
      rateLimit: createRateLimit(now),
      verification: {
        state: 'unverified',
        isRejected: () => isRejected(digest),
        reject: () => setLatest(rejectedAt, digest, now()),
      },
    }
    setLatest(sessions, digest, session)
    return { ...session, token }
  }

  function isRejected(digest: string): boolean {
    const elapsedMs = now() - (rejectedAt.get(digest) ?? Number.NEGATIVE_INFINITY)
    // A clock that was set back must not prolong it.
    return elapsedMs >= 0 && elapsedMs < REJECTED_VIEWER_TOKEN_MS
  }

  function setLatest<T>(map: Map<string, T>, digest: string, value: T): void {
    map.delete(digest)
    map.set(digest, value)
    for (const oldest of map.keys()) {
      if (map.size <= maxSessions) break
      map.delete(oldest)
    }
  }

  async function endSession(token: string): Promise<void> {
    sessions.delete(await digestOf(token))
  }

  async function digestOf(token: string): Promise<string> {
    const code = await crypto.subtle.sign('HMAC', await secret, new TextEncoder().encode(token))
    return [...new Uint8Array(code)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  }

  return { identify, endSession }
}
