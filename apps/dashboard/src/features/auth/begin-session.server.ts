import { type Session, sessionCookies } from '@repo/auth-headers'
import { GitHubError } from '@repo/github'
import type { Reason } from './reasons.ts'
import { gitHub } from '#server/github.ts'
import type { Granted } from '#server/access/oauth.ts'
import { sessionKeys } from '#server/access/ways.ts'

export type BegunSession =
  | { state: 'begun'; cookies: string[] }
  | { state: 'failed'; reason: Reason }

// A cookie has 4 kB for all of a session.
const longestAvatarUrl = 700

/** Begins a session with a token, once GitHub has said whose it is. */
export async function beginSession(granted: Granted, from: Session['from']): Promise<BegunSession> {
  try {
    const viewerToken = granted.token.reveal()
    const { data } = await gitHub().client.forRequest({ viewerToken }).viewer()
    const { login, avatarUrl } = data
    const session: Session = {
      ...granted,
      login,
      avatarUrl: avatarUrl && avatarUrl.length <= longestAvatarUrl ? avatarUrl : null,
      from,
      signedInAt: Math.floor(Date.now() / 1000),
    }
    return { state: 'begun', cookies: await sessionCookies(session, sessionKeys()) }
  } catch (error) {
    return { state: 'failed', reason: reasonOf(error) }
  }
}

function reasonOf(error: unknown): Reason {
  if (error instanceof RangeError) return 'too-long'
  if (!(error instanceof GitHubError)) throw error
  if (error.kind === 'rate-limited') return 'limited'
  return error.kind === 'unauthorized' || error.kind === 'forbidden' ? 'refused' : 'unreachable'
}
