import type { ServerResponse } from 'node:http'
import {
  type Claims,
  clearSessionCookies,
  isSecureOrigin,
  Secret,
  type SessionOptions,
} from '@repo/auth-headers'
import { readEnv } from '#server/process/env.ts'
import { SESSION_COOKIE, SIGNED_IN_COOKIE } from '../process/cookie-names.ts'

/** A signed-in viewer, with their GitHub token. */
export type Session = {
  login: string
  /** Null without an avatar, or with a URL that is too long for a cookie. */
  avatarUrl: string | null
  token: Secret
  tokenSource: 'github' | 'pasted'
  /** Seconds since 1970. */
  signedInAt: number
  /** Refreshes a token that expires; `tokenExpiresAt` is in seconds since 1970. */
  refresh?: { token: Secret; tokenExpiresAt: number }
}

const SESSION_LIFETIME_SECONDS = 8 * 3600

/** Returns this site's session options; without a secret or https every session is invalid. */
export function getSessionOptions(): SessionOptions<Session> & { schemes: string[] } {
  const { sessionSecrets, siteUrl } = readEnv()
  return {
    secrets: isSecureOrigin(siteUrl) ? sessionSecrets : [],
    siteUrl,
    cookieName: SESSION_COOKIE,
    signedInCookieName: SIGNED_IN_COOKIE,
    lifetimeSeconds: SESSION_LIFETIME_SECONDS,
    // GitHub's API accepts both.
    schemes: ['Bearer', 'token'],
    serialize: serializeSession,
    parse: parseSession,
  }
}

/** Adds cookies to a response, and replaces those of the same names. */
export function setCookies(res: ServerResponse, cookies: readonly string[]): void {
  const names = new Set(cookies.map(getName))
  const before = [res.getHeader('Set-Cookie') ?? []].flat().map(String)
  res.setHeader('Set-Cookie', [...before.filter((other) => !names.has(getName(other))), ...cookies])
}

/** Deletes the session cookies in the browser. */
export function clearSession(res: ServerResponse): void {
  setCookies(res, clearSessionCookies(getSessionOptions()))
}

function getName(cookie: string): string {
  return cookie.slice(0, cookie.indexOf('='))
}

// The claim names must not change with the type: browsers hold sessions from earlier versions.
function serializeSession(session: Session): Claims {
  const { login, avatarUrl, token, tokenSource, signedInAt, refresh } = session
  return {
    login,
    avatarUrl,
    token: token.reveal(),
    from: tokenSource,
    signedInAt,
    ...(refresh && {
      renewal: { token: refresh.token.reveal(), tokenEndsAt: refresh.tokenExpiresAt },
    }),
  }
}

function parseSession(claims: Claims): Session | undefined {
  const { login, avatarUrl, token, from, signedInAt, renewal } = claims
  if (typeof login !== 'string' || typeof token !== 'string') return undefined
  if (typeof signedInAt !== 'number') return undefined
  if (avatarUrl !== null && typeof avatarUrl !== 'string') return undefined
  if (from !== 'github' && from !== 'pasted') return undefined
  const session: Session = {
    login,
    avatarUrl,
    token: new Secret(token),
    tokenSource: from,
    signedInAt,
  }
  if (renewal === undefined) return session
  const refresh = parseRefresh(renewal)
  return refresh && { ...session, refresh }
}

function parseRefresh(claim: unknown): Session['refresh'] {
  if (typeof claim !== 'object' || claim === null) return undefined
  if (!('token' in claim) || typeof claim.token !== 'string') return undefined
  if (!('tokenEndsAt' in claim) || typeof claim.tokenEndsAt !== 'number') return undefined
  return { token: new Secret(claim.token), tokenExpiresAt: claim.tokenEndsAt }
}
