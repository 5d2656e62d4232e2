import { setCacheHeaders } from '@repo/cache-headers'
import type { NextApiRequest } from 'next'
import { clearAttemptCookie, readAttempt } from '#features/auth/sign-in-attempt.server.ts'
import { signInPath } from '#features/auth/sign-in-path.server.ts'
import { type StartResult, startSession } from '#features/auth/start-session.server.ts'
import { logOAuthError, oauthFlow } from '#server/access/oauth.ts'
import { setCookies } from '#server/access/session.ts'
import { serveApi } from '#server/serve-api.ts'

// GitHub sends the browser back here. Whatever it brings, the attempt is over.
export default serveApi(async (req, res) => {
  setCacheHeaders(res, { scope: 'private' })
  const attempt = await readAttempt(req.headersDistinct)
  setCookies(res, [clearAttemptCookie()])
  // Somebody else's code would sign this browser in as somebody else.
  if (!attempt || req.query.state !== attempt.state) {
    return res.redirect(303, signInPath('not-begun-here'))
  }
  const begun = await sessionBy(req, attempt.verifier)
  if (begun.state === 'failed') {
    return res.redirect(303, signInPath(begun.reason, attempt.returnTo))
  }
  setCookies(res, begun.cookies)
  return res.redirect(303, attempt.returnTo)
})

async function sessionBy(req: NextApiRequest, verifier: string): Promise<StartResult> {
  const { code, error } = req.query
  const flow = oauthFlow()
  if (error === 'access_denied') return { state: 'failed', reason: 'cancelled' }
  if (!flow || typeof code !== 'string') {
    logOAuthError('sign-in', error)
    return { state: 'failed', reason: 'not-granted' }
  }
  const grant = await flow.exchangeCode(code, verifier)
  if (grant.state === 'granted') return startSession(grant.granted, 'github')
  return { state: 'failed', reason: grant.state === 'refused' ? 'not-granted' : grant.state }
}
