import { type AuthorizationOptions, readAuthorization } from './authorization.ts'
import type { RequestHeaders } from './request-headers.ts'
import type { Secret } from './secret.ts'
import { type BaseSession, readSession, type SessionOptions } from './session.ts'

/**
 * The sender of a request, by its credentials.
 *
 * - `anonymous`: no credentials.
 * - `token`: a token from the Authorization header; it is not verified yet.
 * - `session`: a valid session.
 * - `invalid-header`: a malformed Authorization header; respond with 401 and a challenge.
 * - `invalid-session`: a session cookie that is expired, invalid or duplicate.
 */
export type Viewer<Session> =
  | { kind: 'anonymous' }
  | { kind: 'token'; token: Secret }
  | { kind: 'session'; session: Session }
  | { kind: 'invalid-header'; message: string }
  | { kind: 'invalid-session'; reason: 'expired' | 'invalid' | 'duplicate' }

/**
 * Reads the viewer from the Authorization header or else from the session cookie. A malformed header
 * never falls back to the session, which may belong to somebody else.
 */
export async function readViewer<Session extends BaseSession>(
  headers: RequestHeaders,
  options: SessionOptions<Session> & AuthorizationOptions,
): Promise<Viewer<Session>> {
  const authorization = readAuthorization(headers, options)
  if (authorization.kind === 'token') return { kind: 'token', token: authorization.token }
  if (authorization.kind === 'invalid') {
    return { kind: 'invalid-header', message: authorization.message }
  }

  const result = await readSession(headers, options)
  if (result.state === 'none') return { kind: 'anonymous' }
  if (result.state === 'valid') return { kind: 'session', session: result.session }
  return { kind: 'invalid-session', reason: result.state }
}
