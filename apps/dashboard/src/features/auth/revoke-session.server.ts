import { oauthFlow } from '#server/access/oauth.ts'
import type { Session } from '#server/access/session.ts'
import { gitHub } from '#server/process/github.ts'
import { log } from '#server/process/log.ts'

/**
 * Drops cached data of a session's token, and revokes the token if GitHub issued it to this site.
 * Returns false if the token is still valid and the viewer must revoke it.
 */
export async function revokeSession({ token, tokenSource }: Session): Promise<boolean> {
  await gitHub().client.endSession(token.reveal())
  // The owner of a pasted token may use it elsewhere.
  if (tokenSource === 'pasted') return true
  const done = (await oauthFlow()?.revokeToken(token)) ?? false
  log({ event: 'token-revocation', done })
  return done
}
