import { setCacheHeaders } from '@repo/cache-headers'
import type { NextApiRequest } from 'next'
import { clearAttemptCookie, readAttempt } from '#features/auth/sign-in-attempt.server.ts'
import { signInPath } from '#features/auth/sign-in-path.server.ts'
import { type StartResult, startSession } from '#features/auth/start-session.server.ts'
import { logOAuthError, oauthFlow } from '#server/access/oauth.ts'
import { setCookies } from '#server/access/session.ts'
import { serveApi } from '#server/serve-api.ts'

// GitHub redirects the browser here after the visitor's decision.
export default serveApi(async (req, res) => {
  setCacheHeaders(res, { scope: 'private' })
  const attempt = await readAttempt(req.headersDistinct)
  setCookies(res, [clearAttemptCookie()])
  // Without this check an attacker could sign this browser in to their own account (RFC 6749 §10.12).
  if (!attempt || req.query.state !== attempt.state) {
    return res.redirect(303, signInPath('attempt-expired'))
  }
  const result = await startSessionByCode(req, attempt.verifier)
  if (result.state === 'failed') {
    return res.redirect(303, signInPath(result.notice, attempt.returnTo))
  }
  setCookies(res, result.cookies)
  return res.redirect(303, attempt.returnTo)
})

async function startSessionByCode(req: NextApiRequest, verifier: string): Promise<StartResult> {
  const { code, error } = req.query
  const flow = oauthFlow()
  if (error === 'access_denied') return { state: 'failed', notice: 'canceled' }
  if (!flow || typeof code !== 'string') {
    logOAuthError('sign-in', error)
    return { state: 'failed', notice: 'failed' }
  }
  const result = await flow.exchangeCode(code, verifier)
  if (result.state === 'granted') return startSession(result.granted, 'github')
  return { state: 'failed', notice: result.state === 'rejected' ? 'failed' : 'unreachable' }
}
