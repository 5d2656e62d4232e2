import { authorizationFrom, type Challenge } from './authorization.ts'
import type { RequestHeaders } from './request-headers.ts'
import type { Secret } from './secret.ts'
import type { Session } from './session.ts'
import { type SessionKeys, type SessionOver, sessionFrom } from './session-cookie.ts'

/**
 * Who is asking.
 *
 * - `nobody`: no credential came.
 * - `header`: a token came with the Authorization header, and nobody has checked it yet.
 * - `session`: the visitor has signed in.
 * - `refused`: an Authorization header came that is none; the answer is a 401 with that challenge.
 * - `over`: a session's cookie came that does not open any more.
 */
export type Viewer =
  | { kind: 'nobody' }
  | { kind: 'header'; token: Secret }
  | { kind: 'session'; session: Session }
  | { kind: 'refused'; why: string; challenge: Challenge }
  | { kind: 'over'; because: SessionOver['because'] }

/**
 * Tells who is asking, by the Authorization header or else by the session's cookie. A header that is
 * wrong is refused, and never passed over: its sender would take another's page for their own.
 */
export async function viewerFrom(headers: RequestHeaders, keys: SessionKeys): Promise<Viewer> {
  const authorization = authorizationFrom(headers)
  if (authorization.kind === 'token') return { kind: 'header', token: authorization.token }
  if (authorization.kind === 'refused') return authorization

  const opened = await sessionFrom(headers, keys)
  if (opened.state === 'none') return { kind: 'nobody' }
  if (opened.state === 'over') return { kind: 'over', because: opened.because }
  return { kind: 'session', session: opened.session }
}
