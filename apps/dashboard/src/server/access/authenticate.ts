import type { IncomingMessage, ServerResponse } from 'node:http'
import { createSessionCookies, readViewer, type Secret } from '@repo/auth-headers'
import { gitHub } from '#server/process/github.ts'
import { needsRefresh, refreshSession } from './refresh-session.ts'
import { clearSession, getSessionOptions, type Session, setCookies } from './session.ts'

/** The result of authenticating a request for a viewer's own page. */
export type AuthenticationResult = Authenticated | Denied

export type Authenticated = {
  state: 'authenticated'
  credential: 'header' | 'session'
  token: Secret
  session?: Session
}

/**
 * Why a request is denied.
 *
 * - `unauthorized`: its Authorization header is malformed, or GitHub rejects the token.
 * - `sign-in-required`: it has no session, or `reason` says why the session ended.
 * - `unreachable`: its token has expired, and GitHub cannot be reached to refresh it.
 */
export type Denied =
  | { state: 'unauthorized'; message: string }
  | { state: 'sign-in-required'; reason?: 'expired' | 'invalid' | 'duplicate' | 'invalid-token' }
  | { state: 'unreachable' }

/** Authenticates the viewer of a request, and refreshes or clears their session on the response. */
export async function authenticate(
  req: IncomingMessage,
  res: ServerResponse,
): Promise<AuthenticationResult> {
  const viewer = await readViewer(req.headersDistinct, getSessionOptions())
  switch (viewer.kind) {
    case 'anonymous':
      return { state: 'sign-in-required' }
    case 'token':
      return { state: 'authenticated', credential: 'header', token: viewer.token }
    case 'invalid-header':
      return { state: 'unauthorized', message: viewer.message }
    case 'invalid-session':
      clearSession(res)
      return { state: 'sign-in-required', reason: viewer.reason }
    case 'session':
      return authenticateSession(viewer.session, res)
  }
}

/** Denies a viewer after GitHub rejected their token, and ends the cached session of that token. */
export async function rejectRevokedToken(
  { credential, token }: Authenticated,
  res: ServerResponse,
): Promise<Denied> {
  await gitHub().client.endSession(token.reveal())
  if (credential === 'header') {
    return { state: 'unauthorized', message: 'GitHub rejected the token' }
  }
  clearSession(res)
  return { state: 'sign-in-required', reason: 'invalid-token' }
}

async function authenticateSession(
  session: Session,
  res: ServerResponse,
): Promise<AuthenticationResult> {
  if (!needsRefresh(session)) return authenticated(session)
  const result = await refreshSession(session)
  if (result.state === 'refreshed') {
    setCookies(res, await createSessionCookies(result.session, getSessionOptions()))
    return authenticated(result.session)
  }
  if (result.state === 'rejected') {
    clearSession(res)
    return { state: 'sign-in-required', reason: 'expired' }
  }
  // The refresh starts before the token expires, so the token may still be valid.
  const isValid = (session.refresh?.tokenExpiresAt ?? 0) * 1000 > Date.now()
  return isValid ? authenticated(session) : { state: 'unreachable' }
}

function authenticated(session: Session): Authenticated {
  return { state: 'authenticated', credential: 'session', token: session.token, session }
}
