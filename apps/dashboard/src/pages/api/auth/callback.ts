import { setCacheHeaders } from '@repo/cache-headers'
import type { NextApiRequest } from 'next'
import { attemptFrom, endedAttemptCookie } from '#features/auth/attempt-cookie.server.ts'
import { type BegunSession, beginSession } from '#features/auth/begin-session.server.ts'
import { signInAddress } from '#features/auth/sign-in-page.server.ts'
import { noteRefusal, oauthFlow } from '#server/access/oauth.ts'
import { setCookies } from '#server/access/response-cookies.ts'
import { serveApi } from '#server/serve-api.ts'

// GitHub sends the browser back here. Whatever it brings, the attempt is over.
export default serveApi(async (req, res) => {
  setCacheHeaders(res, { scope: 'private' })
  const attempt = await attemptFrom(req.headersDistinct)
  setCookies(res, [endedAttemptCookie()])
  // Somebody else's code would sign this browser in as somebody else.
  if (!attempt || req.query.state !== attempt.state) {
    return res.redirect(303, signInAddress('not-begun-here'))
  }
  const begun = await sessionBy(req, attempt.verifier)
  if (begun.state === 'failed') {
    return res.redirect(303, signInAddress(begun.reason, attempt.returnTo))
  }
  setCookies(res, begun.cookies)
  return res.redirect(303, attempt.returnTo)
})

async function sessionBy(req: NextApiRequest, verifier: string): Promise<BegunSession> {
  const { code, error } = req.query
  const flow = oauthFlow()
  if (error === 'access_denied') return { state: 'failed', reason: 'cancelled' }
  if (!flow || typeof code !== 'string') {
    noteRefusal('sign-in', error)
    return { state: 'failed', reason: 'not-granted' }
  }
  const grant = await flow.redeem(code, verifier)
  if (grant.state === 'granted') return beginSession(grant.granted, 'github')
  return { state: 'failed', reason: grant.state === 'refused' ? 'not-granted' : grant.state }
}
