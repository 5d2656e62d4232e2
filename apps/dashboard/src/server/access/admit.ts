import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Secret, type Session, sessionCookies, viewerFrom } from '@repo/auth-headers'
import type { Reason } from '#features/auth/reasons.ts'
import { gitHub } from '#server/github.ts'
import { isDue, renewSession } from './renew-session.ts'
import { endSession, setCookies } from './response-cookies.ts'
import { sessionKeys } from './ways.ts'

/**
 * How a request for a personal page is met.
 *
 * - `admitted`: with the token that reads for it, and how it came.
 * - `refused`: by a 401, for a header that is wrong.
 * - `sign-in`: by the page that lets a visitor in, which says why.
 * - `unreachable`: the token has ended, and GitHub cannot be asked for the next one.
 */
export type Admission = Admitted | Turned

export type Admitted = { state: 'admitted'; by: 'header' | 'session'; token: Secret }

export type Turned =
  | { state: 'refused'; why: string }
  | { state: 'sign-in'; because: Reason | undefined }
  | { state: 'unreachable' }

/** Lets a viewer in by the credential of their request. */
export async function admit(req: IncomingMessage, res: ServerResponse): Promise<Admission> {
  const viewer = await viewerFrom(req.headersDistinct, sessionKeys())
  switch (viewer.kind) {
    case 'nobody':
      return { state: 'sign-in', because: undefined }
    case 'header':
      return { state: 'admitted', by: 'header', token: viewer.token }
    case 'refused':
      return { state: 'refused', why: viewer.why }
    case 'over':
      endSession(res)
      return { state: 'sign-in', because: viewer.because }
    case 'session':
      return admitSession(viewer.session, res)
  }
}

/** Turns a viewer away whose token GitHub does not accept any more. */
export async function turnAway({ by, token }: Admitted, res: ServerResponse): Promise<Turned> {
  await gitHub().client.forget(token.reveal())
  if (by === 'header') return { state: 'refused', why: 'GitHub does not accept the token' }
  endSession(res)
  return { state: 'sign-in', because: 'refused' }
}

async function admitSession(session: Session, res: ServerResponse): Promise<Admission> {
  if (!isDue(session)) return { state: 'admitted', by: 'session', token: session.token }
  const renewed = await renewSession(session)
  if (renewed.state === 'renewed') {
    setCookies(res, await sessionCookies(renewed.session, sessionKeys()))
    return { state: 'admitted', by: 'session', token: renewed.session.token }
  }
  if (renewed.state === 'refused') {
    endSession(res)
    return { state: 'sign-in', because: 'expired' }
  }
  // It is renewed a little early: until its end it is good.
  const isGood = (session.renewal?.tokenEndsAt ?? 0) * 1000 > Date.now()
  return isGood
    ? { state: 'admitted', by: 'session', token: session.token }
    : { state: 'unreachable' }
}
