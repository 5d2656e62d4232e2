import {
  clearCookie,
  type RequestHeaders,
  readCookie,
  seal,
  serializeCookie,
  unseal,
} from '@repo/auth-headers'
import type { AuthorizationRequest } from '#server/access/oauth.ts'
import { getSessionOptions } from '#server/access/session.ts'
import { SIGN_IN_ATTEMPT_COOKIE } from '#server/process/cookie-names.ts'

/** A sign-in that waits for the visitor to return from GitHub. */
export type SignInAttempt = AuthorizationRequest & {
  /** The path on this site to return to after the sign-in. */
  returnTo: string
}

const PURPOSE = 'sign-in attempt'

const ATTEMPT_LIFETIME_SECONDS = 600

/** Creates the `Set-Cookie` value that stores an attempt in the browser. */
export async function createAttemptCookie(attempt: SignInAttempt): Promise<string> {
  const { secrets, siteUrl } = getSessionOptions()
  const value = await seal(attempt, { secrets, purpose: PURPOSE }, ATTEMPT_LIFETIME_SECONDS)
  return serializeCookie(
    { name: SIGN_IN_ATTEMPT_COOKIE, value, maxAgeSeconds: ATTEMPT_LIFETIME_SECONDS },
    siteUrl,
  )
}

/** Creates the `Set-Cookie` value that deletes an attempt: each is valid for one callback. */
export function clearAttemptCookie(): string {
  return clearCookie(SIGN_IN_ATTEMPT_COOKIE, getSessionOptions().siteUrl)
}

/** Reads the attempt that this browser started; undefined without a valid one. */
export async function readAttempt(headers: RequestHeaders): Promise<SignInAttempt | undefined> {
  const { secrets, siteUrl } = getSessionOptions()
  const cookie = readCookie(headers, SIGN_IN_ATTEMPT_COOKIE, siteUrl)
  if (cookie.state !== 'present') return undefined
  const unsealed = await unseal(cookie.value, { secrets, purpose: PURPOSE })
  if (unsealed.state !== 'valid') return undefined
  const { state, verifier, returnTo } = unsealed.claims
  if (typeof state !== 'string' || typeof verifier !== 'string') return undefined
  return typeof returnTo === 'string' ? { state, verifier, returnTo } : undefined
}
