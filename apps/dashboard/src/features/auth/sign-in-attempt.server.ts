import {
  clearCookie,
  type RequestHeaders,
  readCookie,
  seal,
  serializeCookie,
  unseal,
} from '@repo/auth-headers'
import type { AuthorizationRequest } from '#server/access/oauth.ts'
import { getSessionOptions } from '#server/access/sign-in-methods.ts'

/** An attempt, and where to go when it has succeeded. */
export type SignInAttempt = AuthorizationRequest & { returnTo: string }

const name = 'oauth'
const purpose = 'sign-in attempt'

/** Seconds that a visitor may take at GitHub. */
const lifetime = 600

/** Gives the `Set-Cookie` value by which the browser keeps an attempt. */
export async function createAttemptCookie(attempt: SignInAttempt): Promise<string> {
  const { secrets, siteUrl } = getSessionOptions()
  const value = await seal(attempt, { secrets, purpose }, lifetime)
  return serializeCookie({ name, value, maxAge: lifetime }, siteUrl)
}

/** Gives the `Set-Cookie` value that ends an attempt: it is good for one answer. */
export function clearAttemptCookie(): string {
  return clearCookie(name, getSessionOptions().siteUrl)
}

/** The attempt that this browser has begun, if it has. */
export async function readAttempt(headers: RequestHeaders): Promise<SignInAttempt | undefined> {
  const { secrets, siteUrl } = getSessionOptions()
  const cookie = readCookie(headers, name, siteUrl)
  if (cookie.state !== 'present') return undefined
  const opened = await unseal(cookie.value, { secrets, purpose })
  if (opened.state !== 'open') return undefined
  const { state, verifier, returnTo } = opened.claims
  const isWhole =
    typeof state === 'string' && typeof verifier === 'string' && typeof returnTo === 'string'
  return isWhole ? { state, verifier, returnTo } : undefined
}
