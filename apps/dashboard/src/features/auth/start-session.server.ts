import { createSessionCookies, type Session } from '@repo/auth-headers'
import { GitHubError } from '@repo/github'
import type { GrantedToken } from '#server/access/oauth.ts'
import { getSessionOptions } from '#server/access/sign-in-methods.ts'
import { gitHub } from '#server/github.ts'
import type { SignInNotice } from './sign-in-notices.ts'

export type StartResult =
  | { state: 'begun'; cookies: string[] }
  | { state: 'failed'; reason: SignInNotice }

// A cookie has 4 kB for all of a session.
const longestAvatarUrl = 700

/** Begins a session with a token, once GitHub has said whose it is. */
export async function startSession(
  granted: GrantedToken,
  from: Session['from'],
): Promise<StartResult> {
  try {
    const viewerToken = granted.token.reveal()
    const { data } = await gitHub().client.forRequest({ viewerToken }).getViewer()
    const { login, avatarUrl } = data
    const session: Session = {
      ...granted,
      login,
      avatarUrl: avatarUrl && avatarUrl.length <= longestAvatarUrl ? avatarUrl : null,
      from,
      signedInAt: Math.floor(Date.now() / 1000),
    }
    return { state: 'begun', cookies: await createSessionCookies(session, getSessionOptions()) }
  } catch (error) {
    return { state: 'failed', reason: noticeFor(error) }
  }
}

function noticeFor(error: unknown): SignInNotice {
  if (error instanceof RangeError) return 'too-long'
  if (!(error instanceof GitHubError)) throw error
  if (error.kind === 'rate-limited') return 'limited'
  return error.kind === 'unauthorized' || error.kind === 'forbidden' ? 'refused' : 'unreachable'
}
