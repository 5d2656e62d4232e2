import { mayKeepCookies, type SessionKeys } from '@repo/auth-headers'
import { readEnv } from '#server/env.ts'

/** The ways to sign in that there are here, or why there are none. */
export type SignInWays =
  | { state: 'off'; because: 'no-secret' | 'no-https' }
  | { state: 'on'; byGitHub: boolean; githubUrl: string }

/** Tells how a visitor can sign in. */
export function signInWays(): SignInWays {
  const { sessionSecrets, siteUrl, oauthClient, githubUrl } = readEnv()
  if (sessionSecrets.length === 0) return { state: 'off', because: 'no-secret' }
  if (!mayKeepCookies(siteUrl)) return { state: 'off', because: 'no-https' }
  return { state: 'on', byGitHub: oauthClient !== undefined, githubUrl }
}

/** What sessions are kept with; where nobody can sign in, nobody has a session either. */
export function sessionKeys(): SessionKeys {
  const { sessionSecrets, siteUrl } = readEnv()
  return { secrets: mayKeepCookies(siteUrl) ? sessionSecrets : [], siteUrl }
}
