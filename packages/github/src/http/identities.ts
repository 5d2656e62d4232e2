import { createRateLimit, type RateLimit } from './rate-limit.ts'

/** Who a request is sent for: the server, for public data, or a viewer with their own token. */
export type Identity = { key: string; token?: string | undefined; rateLimit: RateLimit }

/**
 * Identifies viewers without storing their tokens: a key is an HMAC of the token, with a secret that
 * ends with the process (RFC 2104).
 * @param maxSessions The most sessions that are stored. For an older one, cached data is read again.
 */
export function createIdentities(now: () => number, maxSessions = 10_000) {
  const secret = crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  // A Map iterates in insertion order: the first session is the least recently used.
  const sessions = new Map<string, { key: string; rateLimit: RateLimit }>()
  let sessionCount = 0

  async function identify(token: string): Promise<Identity> {
    const digest = await digestOf(token)
    // A later session with the same token finds nothing of an earlier one.
    const session = sessions.get(digest) ?? {
      key: `viewer ${digest} ${sessionCount++}`,
      rateLimit: createRateLimit(now),
    }
    sessions.delete(digest)
    sessions.set(digest, session)
    for (const oldest of sessions.keys()) {
      if (sessions.size <= maxSessions) break
      sessions.delete(oldest)
    }
    return { ...session, token }
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
