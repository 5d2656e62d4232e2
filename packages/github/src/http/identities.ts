import { createRateLimit, type RateLimit } from './rate-limit.ts'

/** Who asks: the server for everybody, or a viewer with a token of their own. */
export type Identity = { key: string; token?: string | undefined; limits: RateLimit }

/**
 * Tells viewers apart without holding their tokens: a key is an HMAC of the token, under a secret
 * that ends with the process (RFC 2104).
 * @param mostSessions are told apart at once; what was read for an older one is read again.
 */
export function createIdentities(now: () => number, mostSessions = 10_000) {
  const secret = crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  // A Map keeps the order in which keys came: who was here longest ago is the first.
  const sessions = new Map<string, { key: string; limits: RateLimit }>()
  let begun = 0

  async function of(token: string): Promise<Identity> {
    const digest = await digestOf(token)
    // A later session with the same token finds nothing of an earlier one.
    const session = sessions.get(digest) ?? {
      key: `viewer ${digest} ${begun++}`,
      limits: createRateLimit(now),
    }
    sessions.delete(digest)
    sessions.set(digest, session)
    for (const oldest of sessions.keys()) {
      if (sessions.size <= mostSessions) break
      sessions.delete(oldest)
    }
    return { ...session, token }
  }

  async function end(token: string): Promise<void> {
    sessions.delete(await digestOf(token))
  }

  async function digestOf(token: string): Promise<string> {
    const code = await crypto.subtle.sign('HMAC', await secret, new TextEncoder().encode(token))
    return [...new Uint8Array(code)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  }

  return { of, end }
}
