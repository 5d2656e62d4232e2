import { createHash } from 'node:crypto'
import type { SpendRequest } from '@repo/github'
import { logOAuthError, oauthFlow } from '#server/access/oauth.ts'
import type { SignInAttempt } from './sign-in-attempt.server.ts'
import { type StartResult, startSession } from './start-session.server.ts'

/** The parameters of a redirect from GitHub (RFC 6749 §4.1.2); a parameter sent twice is an array. */
type CallbackQuery = { code?: unknown; error?: unknown }

// GitHub's codes have 20 characters; RFC 6749 sets no limit.
const MAX_CODE_LENGTH = 1000

/** How long a repeated callback gets the session of the first. */
const REUSE_MS = 60_000
const MAX_COMPLETIONS = 1000

const completions = new Map<string, Promise<StartResult>>()

/**
 * Completes an attempt with the query of GitHub's redirect. GitHub accepts a code once, so a callback
 * that the browser repeats, such as by a reload while it loads, shares the session of the first.
 */
export async function completeAttempt(
  attempt: SignInAttempt,
  { code, error }: CallbackQuery,
  spendRequest?: SpendRequest,
): Promise<StartResult> {
  if (error === 'access_denied') return { state: 'failed', notice: 'canceled' }
  if (typeof code !== 'string' || code.length > MAX_CODE_LENGTH) {
    logOAuthError('sign-in', error)
    return { state: 'failed', notice: 'failed' }
  }
  // A digest, so that the map does not contain the code.
  const key = createHash('sha256').update(`${attempt.verifier} ${code}`).digest('base64')
  const inFlight = completions.get(key)
  if (inFlight !== undefined) return await inFlight

  const result = exchangeCode(code, attempt.verifier, spendRequest)
  completions.set(key, result)
  const [oldest] = completions.keys()
  if (completions.size > MAX_COMPLETIONS && oldest !== undefined) completions.delete(oldest)
  const remove = () => completions.delete(key)
  result.then(({ state }) => {
    if (state === 'failed') remove()
    else setTimeout(remove, REUSE_MS).unref()
  }, remove)
  return result
}

async function exchangeCode(
  code: string,
  verifier: string,
  spendRequest: SpendRequest | undefined,
): Promise<StartResult> {
  const flow = oauthFlow()
  if (!flow) return { state: 'failed', notice: 'failed' }
  if ((await spendRequest?.('token')) !== undefined) {
    return { state: 'failed', notice: 'too-many-requests' }
  }
  const result = await flow.exchangeCode(code, verifier)
  if (result.state === 'granted') return startSession(result.granted, 'github', spendRequest)
  return { state: 'failed', notice: result.state === 'rejected' ? 'failed' : 'unreachable' }
}
