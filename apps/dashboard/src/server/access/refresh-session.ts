import { log } from '#server/process/log.ts'
import { oauthFlow } from './oauth.ts'
import type { Session } from './session.ts'

export type RefreshResult =
  | { state: 'refreshed'; session: Session }
  | { state: 'rejected' }
  | { state: 'unreachable' }

/** How long before its expiry a token is refreshed. */
const REFRESH_LEEWAY_SECONDS = 60

/** How long requests with the old cookie still get the refreshed session. */
const REUSE_MS = 60_000
const MAX_IN_FLIGHT = 1000

// GitHub accepts a refresh token once, and Next instantiates this module once for pages and once for
// API routes, so they share their refreshes through `globalThis`.
const IN_FLIGHT = Symbol.for('@repo/dashboard token refreshes')
const holder = globalThis as { [IN_FLIGHT]?: Map<string, Promise<RefreshResult>> }

/** Returns whether a session's token expires within a minute. */
export function needsRefresh({ refresh }: Session, now = Date.now()): boolean {
  return (
    refresh !== undefined && refresh.tokenExpiresAt * 1000 - now < REFRESH_LEEWAY_SECONDS * 1000
  )
}

/** Refreshes a session's token at GitHub (RFC 6749 §6); concurrent requests share one refresh. */
export async function refreshSession(session: Session): Promise<RefreshResult> {
  holder[IN_FLIGHT] ??= new Map()
  const inFlight = holder[IN_FLIGHT]
  const { refresh } = session
  if (!refresh) return { state: 'rejected' }

  const key = await createDigest(refresh.token.reveal())
  const running = inFlight.get(key)
  if (running) return running

  const result = requestRefresh(session)
  inFlight.set(key, result)
  const [oldest] = inFlight.keys()
  if (inFlight.size > MAX_IN_FLIGHT && oldest !== undefined) inFlight.delete(oldest)
  // A refresh that did not reach GitHub can be retried at once.
  const { state } = await result
  if (state === 'unreachable') inFlight.delete(key)
  else setTimeout(() => inFlight.delete(key), REUSE_MS).unref()
  return result
}

async function requestRefresh({ refresh, ...session }: Session): Promise<RefreshResult> {
  const flow = oauthFlow()
  if (!flow || !refresh) return { state: 'rejected' }
  const result = await flow.refreshToken(refresh.token)
  log({ event: 'token-refresh', state: result.state })
  if (result.state !== 'granted') return { state: result.state }
  return { state: 'refreshed', session: { ...session, ...result.granted } }
}

// A digest, so that the map does not contain the token.
async function createDigest(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return Buffer.from(digest).toString('base64')
}
