import { isSecureOrigin } from '@repo/auth-headers'
import { readEnv } from '#server/process/env.ts'

/** How visitors can sign in here, or why they cannot. */
export type SignInMethods =
  | { state: 'off'; reason: 'no-secret' | 'no-https' }
  | { state: 'on'; hasGitHub: boolean; githubUrl: string }

/** Returns how visitors can sign in: a token always, GitHub's web flow with an OAuth client. */
export function getSignInMethods(): SignInMethods {
  const { sessionSecrets, siteUrl, oauthClient, githubUrl } = readEnv()
  if (sessionSecrets.length === 0) return { state: 'off', reason: 'no-secret' }
  if (!isSecureOrigin(siteUrl)) return { state: 'off', reason: 'no-https' }
  return { state: 'on', hasGitHub: oauthClient !== undefined, githubUrl }
}
