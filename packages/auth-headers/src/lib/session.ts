import { clearCookie, readCookie, serializeCookie } from './cookies.ts'
import type { RequestHeaders } from './request-headers.ts'
import { type Claims, seal, unseal } from './seal.ts'

/** The field that every session needs; the application adds its own. */
export type BaseSession = {
  /** Seconds since 1970; the lifetime starts here, however often the session is sealed again. */
  signedInAt: number
}

/** An application's settings for sessions: secrets, lifetime, cookie names and serialization. */
export type SessionOptions<Session extends BaseSession> = {
  /** Newest first, at least 32 characters each; without one every session is invalid. */
  secrets: readonly string[]
  /** The site's URL: on https its cookies get `__Host-` and `Secure`. */
  siteUrl: string
  lifetimeSeconds: number
  /** Without `__Host-`. Cookies ignore ports: a generic name clashes with other apps on localhost. */
  cookieName: string
  /** A second cookie, readable by scripts, with the value 1 while there is a session. */
  signedInCookieName?: string | undefined
  /** Returns a session as JSON, with its secrets revealed. */
  serialize(session: Session): Claims
  /** Returns undefined for claims in another format, such as from an earlier version. */
  parse(claims: Claims): Session | undefined
  /** The current time in milliseconds since 1970; `Date.now` by default. */
  now?: (() => number) | undefined
}

export type UnsealedSession<Session> =
  | { state: 'valid'; session: Session }
  | { state: 'expired' }
  | { state: 'invalid' }

/** The state of a request's session; `duplicate` means two cookies with its name. */
export type SessionResult<Session> =
  | UnsealedSession<Session>
  | { state: 'none' }
  | { state: 'duplicate' }

const PURPOSE = 'session'

/**
 * Seals a session as the value of its cookie.
 * @throws RangeError without a secret, or with one of fewer than 32 characters.
 */
export async function sealSession<Session extends BaseSession>(
  session: Session,
  options: SessionOptions<Session>,
): Promise<string> {
  const { secrets, now } = options
  return seal(
    options.serialize(session),
    { secrets, now, purpose: PURPOSE },
    getRemainingSeconds(session, options),
  )
}

/** Unseals the value of a session cookie. */
export async function unsealSession<Session extends BaseSession>(
  sealed: string,
  { secrets, now, parse }: SessionOptions<Session>,
): Promise<UnsealedSession<Session>> {
  const unsealed = await unseal(sealed, { secrets, now, purpose: PURPOSE })
  if (unsealed.state !== 'valid') return unsealed
  const session = parse(unsealed.claims)
  return session ? { state: 'valid', session } : { state: 'invalid' }
}

/**
 * Creates the `Set-Cookie` values that start or update a session.
 * @throws RangeError when the session does not fit into a cookie.
 */
export async function createSessionCookies<Session extends BaseSession>(
  session: Session,
  options: SessionOptions<Session>,
): Promise<string[]> {
  const { cookieName, signedInCookieName, siteUrl } = options
  const value = await sealSession(session, options)
  const maxAgeSeconds = getRemainingSeconds(session, options)
  const cookie = serializeCookie({ name: cookieName, value, maxAgeSeconds }, siteUrl)
  if (signedInCookieName === undefined) return [cookie]
  const signedIn = {
    name: signedInCookieName,
    value: '1',
    maxAgeSeconds,
    isReadableByScripts: true,
  }
  return [cookie, serializeCookie(signedIn, siteUrl)]
}

/** Creates the `Set-Cookie` values that delete a session's cookies. */
export function clearSessionCookies({
  cookieName,
  signedInCookieName,
  siteUrl,
}: Pick<SessionOptions<BaseSession>, 'cookieName' | 'signedInCookieName' | 'siteUrl'>): string[] {
  return [cookieName, signedInCookieName]
    .filter((name) => name !== undefined)
    .map((name) => clearCookie(name, siteUrl))
}

/** Reads the session of a request from its cookie. */
export async function readSession<Session extends BaseSession>(
  headers: RequestHeaders,
  options: SessionOptions<Session>,
): Promise<SessionResult<Session>> {
  const cookie = readCookie(headers, options.cookieName, options.siteUrl)
  if (cookie.state === 'absent') return { state: 'none' }
  if (cookie.state === 'duplicate') return { state: 'duplicate' }
  return unsealSession(cookie.value, options)
}

function getRemainingSeconds<Session extends BaseSession>(
  { signedInAt }: Session,
  { lifetimeSeconds, now = Date.now }: SessionOptions<Session>,
): number {
  return Math.floor(signedInAt) + lifetimeSeconds - Math.floor(now() / 1000)
}
