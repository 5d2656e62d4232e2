import { oauthFlow } from '#server/access/oauth.ts'
import type { Session } from '#server/access/session.ts'
import { gitHub } from '#server/process/github.ts'
import { log } from '#server/process/log.ts'

/** Drops cached data of a session's token, and revokes the token if GitHub issued it to this site. */
export async function revokeSession({ token, tokenSource }: Session): Promise<void> {
  await gitHub().client.endSession(token.reveal())
  // The owner of a pasted token may use it elsewhere.
  const flow = tokenSource === 'github' ? oauthFlow() : undefined
  if (flow !== undefined) log({ event: 'token-revocation', done: await flow.revokeToken(token) })
}
