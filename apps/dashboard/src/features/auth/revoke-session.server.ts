import type { Session } from '@repo/auth-headers'
import { oauthFlow } from '#server/access/oauth.ts'
import { gitHub } from '#server/github.ts'
import { log } from '#server/log.ts'

/** Ends a session where it can be ended: in what this process remembers, and at GitHub. */
export async function revokeSession({ token, from }: Session): Promise<void> {
  await gitHub().client.endSession(token.reveal())
  // A token that was pasted is its owner's, and may serve elsewhere.
  const flow = from === 'github' ? oauthFlow() : undefined
  if (flow !== undefined) log({ event: 'revocation', done: await flow.revoke(token) })
}
