import { createSessionCookies } from '@repo/auth-headers'
import { GitHubError, type SpendRequest } from '@repo/github'
import type { GrantedToken } from '#server/access/oauth.ts'
import { getSessionOptions, type Session } from '#server/access/session.ts'
import { gitHub } from '#server/process/github.ts'
import type { SignInNotice, TokenError } from './sign-in-notices.ts'

export type StartResult =
  | { state: 'started'; cookies: string[] }
  | { state: 'failed'; notice: SignInNotice | TokenError }

// A cookie has 4 kB for the whole session.
const MAX_AVATAR_URL_LENGTH = 700

/** Verifies a token with GitHub, and creates the cookies of its owner's session. */
export async function startSession(
  granted: GrantedToken,
  tokenSource: Session['tokenSource'],
  spendRequest: SpendRequest | undefined,
): Promise<StartResult> {
  try {
    const viewerToken = granted.token.reveal()
    const { data } = await gitHub().client.forRequest({ viewerToken, spendRequest }).getViewer()
    const { login, avatarUrl } = data
    const session: Session = {
      ...granted,
      login,
      avatarUrl: avatarUrl && avatarUrl.length <= MAX_AVATAR_URL_LENGTH ? avatarUrl : null,
      tokenSource,
      signedInAt: Math.floor(Date.now() / 1000),
    }
    return { state: 'started', cookies: await createSessionCookies(session, getSessionOptions()) }
  } catch (error) {
    return { state: 'failed', notice: noticeFor(error, tokenSource) }
  }
}

function noticeFor(error: unknown, tokenSource: Session['tokenSource']): SignInNotice | TokenError {
  if (error instanceof RangeError) return 'token-too-long'
  if (!(error instanceof GitHubError)) throw error
  if (error.kind === 'rate-limited' || error.kind === 'too-many-requests') return error.kind
  if (error.kind === 'malformed') return 'unreadable'
  if (error.kind !== 'unauthorized' && error.kind !== 'forbidden') return 'unreachable'
  return tokenSource === 'pasted' ? 'rejected-token' : 'invalid-token'
}
