import type { Session } from '@repo/auth-headers'
import { log } from '#server/log.ts'
import { oauthFlow } from './oauth.ts'

export type Renewed =
  | { state: 'renewed'; session: Session }
  | { state: 'refused' }
  | { state: 'unreachable' }

/** Seconds before its end from which a token is renewed. */
const early = 60

/** Milliseconds for which pages that were asked for with the old cookie get the new session too. */
const shared = 60_000
const mostShared = 1000

// Next gives pages and API routes an instance of this module each, and GitHub takes a refresh token
// once: what one of them renews, all must know.
const name = Symbol.for('@repo/dashboard renewals')
const holder = globalThis as { [name]?: Map<string, Promise<Renewed>> }

/** Tells whether a session's token ends so soon that it is renewed first. */
export function isDue({ renewal }: Session, now = Date.now()): boolean {
  return renewal !== undefined && renewal.tokenEndsAt * 1000 - now < early * 1000
}

/** Gets a session's next token from GitHub: once, however many requests ask for it together. */
export async function renewSession(session: Session): Promise<Renewed> {
  holder[name] ??= new Map()
  const renewals = holder[name]
  const { renewal } = session
  if (!renewal) return { state: 'refused' }

  const key = await digestOf(renewal.token.reveal())
  const running = renewals.get(key)
  if (running) return running

  const renewed = renew(session)
  renewals.set(key, renewed)
  const [oldest] = renewals.keys()
  if (renewals.size > mostShared && oldest !== undefined) renewals.delete(oldest)
  // What did not reach GitHub may be tried again at once; and no token is kept for longer than that.
  const { state } = await renewed
  if (state === 'unreachable') renewals.delete(key)
  else setTimeout(() => renewals.delete(key), shared).unref()
  return renewed
}

async function renew({ renewal, ...session }: Session): Promise<Renewed> {
  const flow = oauthFlow()
  if (!flow || !renewal) return { state: 'refused' }
  const grant = await flow.renew(renewal.token)
  log({ event: 'renewal', state: grant.state })
  if (grant.state !== 'granted') return { state: grant.state }
  return { state: 'renewed', session: { ...session, ...grant.granted } }
}

// The token itself would be one more place that holds it.
async function digestOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return Buffer.from(digest).toString('base64')
}
