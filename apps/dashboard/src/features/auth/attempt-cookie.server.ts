import {
  clearCookie,
  type RequestHeaders,
  readCookie,
  seal,
  setCookie,
  unseal,
} from '@repo/auth-headers'
import type { Attempt } from '#server/access/oauth.ts'
import { sessionKeys } from '#server/access/ways.ts'

/** An attempt, and where to go when it has succeeded. */
export type KeptAttempt = Attempt & { returnTo: string }

const name = 'oauth'
const purpose = 'sign-in attempt'

/** Seconds that a visitor may take at GitHub. */
const lifetime = 600

/** Gives the `Set-Cookie` value by which the browser keeps an attempt. */
export async function attemptCookie(attempt: KeptAttempt): Promise<string> {
  const { secrets, siteUrl } = sessionKeys()
  const value = await seal(attempt, { secrets, purpose }, lifetime)
  return setCookie({ name, value, maxAge: lifetime }, siteUrl)
}

/** Gives the `Set-Cookie` value that ends an attempt: it is good for one answer. */
export function endedAttemptCookie(): string {
  return clearCookie(name, sessionKeys().siteUrl)
}

/** The attempt that this browser has begun, if it has. */
export async function attemptFrom(headers: RequestHeaders): Promise<KeptAttempt | undefined> {
  const { secrets, siteUrl } = sessionKeys()
  const cookie = readCookie(headers, name, siteUrl)
  if (cookie.state !== 'present') return undefined
  const opened = await unseal(cookie.value, { secrets, purpose })
  if (opened.state !== 'open') return undefined
  const { state, verifier, returnTo } = opened.claims
  const isWhole =
    typeof state === 'string' && typeof verifier === 'string' && typeof returnTo === 'string'
  return isWhole ? { state, verifier, returnTo } : undefined
}
