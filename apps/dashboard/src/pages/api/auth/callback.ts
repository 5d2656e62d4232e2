import { readSession } from '@repo/auth-headers'
import { setCacheHeaders } from '@repo/cache-headers'
import type { NextApiRequest } from 'next'
import { completeAttempt } from '#features/auth/complete-attempt.server.ts'
import { clearAttemptCookie, readAttempt } from '#features/auth/sign-in-attempt.server.ts'
import { parseReturnPath, signInPath } from '#features/auth/sign-in-path.server.ts'
import { getSessionOptions, setCookies } from '#server/access/session.ts'
import { createSpendRequest } from '#server/process/client-budget.ts'
import { serveApi } from '#server/serve-api.ts'

// GitHub redirects the browser here after the visitor's decision.
export default serveApi(async (req, res) => {
  setCacheHeaders(res, { scope: 'private' })
  const attempt = await readAttempt(req.headersDistinct, req.query.state)
  // Without this check an attacker could sign this browser in to their own account (RFC 6749 §10.12).
  if (!attempt) return res.redirect(303, await pathWithoutAttempt(req))
  setCookies(res, [clearAttemptCookie(attempt)])
  const result = await completeAttempt(attempt, req.query, createSpendRequest(req))
  if (result.state === 'failed') {
    return res.redirect(303, signInPath(result.notice, attempt.returnTo))
  }
  setCookies(res, result.cookies)
  return res.redirect(303, attempt.returnTo)
})

// A reload after the sign-in, or a link on another site: a session stays as it is.
async function pathWithoutAttempt({ headersDistinct }: NextApiRequest): Promise<string> {
  const { state } = await readSession(headersDistinct, getSessionOptions())
  return state === 'valid' ? parseReturnPath(undefined) : signInPath('attempt-expired')
}
