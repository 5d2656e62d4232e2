import { clearCookie, readCookie, setCookie } from './cookies.ts'
import type { RequestHeaders } from './request-headers.ts'
import { openSession, type Session, sealSession, sessionLifetime } from './session.ts'

/** What a site keeps sessions with. */
export type SessionKeys = {
  /** Newest first, of 32 characters or more each; without one nobody has a session. */
  secrets: readonly string[]
  /** Where the site is: on https its cookies are for https alone. */
  siteUrl: string
  /** Milliseconds since 1970. */
  now?: (() => number) | undefined
}

export type SessionOver = { state: 'over'; because: 'expired' | 'invalid' | 'doubled' }

// A plain name would meet the cookies of other programs on this machine: they do not tell ports apart.
const name = 'github-session'

/** A cookie that scripts may read, and which says only that there is a session. */
export const hintName = 'signed-in'

/**
 * Gives the values of the `Set-Cookie` headers that begin or renew a session.
 * @throws RangeError when the session does not fit into a cookie.
 */
export async function sessionCookies(session: Session, keys: SessionKeys): Promise<string[]> {
  const value = await sealSession(session, keys)
  const now = Math.floor((keys.now ?? Date.now)() / 1000)
  const maxAge = Math.floor(session.signedInAt) + sessionLifetime - now
  return [
    setCookie({ name, value, maxAge }, keys.siteUrl),
    setCookie({ name: hintName, value: '1', maxAge, readable: true }, keys.siteUrl),
  ]
}

/** Gives the values of the `Set-Cookie` headers that end a session in the browser. */
export function endedSessionCookies(siteUrl: string): string[] {
  return [clearCookie(name, siteUrl), clearCookie(hintName, siteUrl)]
}

/** Reads the session of a request. */
export async function sessionFrom(
  headers: RequestHeaders,
  keys: SessionKeys,
): Promise<{ state: 'none' } | { state: 'open'; session: Session } | SessionOver> {
  const cookie = readCookie(headers, name, keys.siteUrl)
  if (cookie.state === 'absent') return { state: 'none' }
  if (cookie.state === 'doubled') return { state: 'over', because: 'doubled' }
  const opened = await openSession(cookie.value, keys)
  return opened.state === 'open' ? opened : { state: 'over', because: opened.state }
}
