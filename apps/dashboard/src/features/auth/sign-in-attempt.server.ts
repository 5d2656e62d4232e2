import {
  clearCookie,
  listCookieNames,
  type RequestHeaders,
  readCookie,
  seal,
  serializeCookie,
  unseal,
} from '@repo/auth-headers'
import type { AuthorizationRequest } from '#server/access/oauth.ts'
import { getSessionOptions } from '#server/access/session.ts'
import { SIGN_IN_ATTEMPT_COOKIE } from '#server/process/cookie-names.ts'
import { DEFAULT_RETURN_PATH } from './sign-in-path.server.ts'

/** A sign-in that waits for the visitor to return from GitHub. */
export type SignInAttempt = AuthorizationRequest & {
  /** The path on this site to return to after the sign-in. */
  returnTo: string
}

const PURPOSE = 'sign-in attempt'
const PREFIX = `${SIGN_IN_ATTEMPT_COOKIE}-`

const ATTEMPT_LIFETIME_SECONDS = 600

// Together with a session, the cookies must fit into the 16 kB of headers that Node.js accepts.
const MAX_ATTEMPTS = 4
const MAX_RETURN_PATH_LENGTH = 1000

/**
 * Creates the `Set-Cookie` values that store an attempt in the browser. Each attempt has its own
 * cookie, so that two tabs can sign in at the same time; the oldest ones over the limit are deleted.
 */
export async function createAttemptCookies(
  attempt: SignInAttempt,
  headers: RequestHeaders,
): Promise<string[]> {
  const { secrets, siteUrl } = getSessionOptions()
  const isTooLong = attempt.returnTo.length > MAX_RETURN_PATH_LENGTH
  const returnTo = isTooLong ? DEFAULT_RETURN_PATH : attempt.returnTo
  const value = await seal(
    { ...attempt, returnTo },
    { secrets, purpose: PURPOSE },
    ATTEMPT_LIFETIME_SECONDS,
  )
  const name = PREFIX + attempt.state
  const cookie = serializeCookie({ name, value, maxAgeSeconds: ATTEMPT_LIFETIME_SECONDS }, siteUrl)
  const others = listCookieNames(headers, PREFIX, siteUrl)
  const excess = others.slice(0, Math.max(others.length - (MAX_ATTEMPTS - 1), 0))
  return [...excess.map((other) => clearCookie(other, siteUrl)), cookie]
}

/** Creates the `Set-Cookie` value that deletes an attempt: each is valid for one callback. */
export function clearAttemptCookie({ state }: SignInAttempt): string {
  return clearCookie(PREFIX + state, getSessionOptions().siteUrl)
}

/** Reads the attempt with a state, if this browser started it; undefined without a valid one. */
export async function readAttempt(
  headers: RequestHeaders,
  state: unknown,
): Promise<SignInAttempt | undefined> {
  if (typeof state !== 'string' || !/^[\w-]{1,100}$/.test(state)) return undefined
  const { secrets, siteUrl } = getSessionOptions()
  const cookie = readCookie(headers, PREFIX + state, siteUrl)
  if (cookie.state !== 'present') return undefined
  const unsealed = await unseal(cookie.value, { secrets, purpose: PURPOSE })
  if (unsealed.state !== 'valid') return undefined
  const { verifier, returnTo } = unsealed.claims
  // An attacker may have renamed the cookie of another attempt.
  if (unsealed.claims.state !== state || typeof verifier !== 'string') return undefined
  return typeof returnTo === 'string' ? { state, verifier, returnTo } : undefined
}
