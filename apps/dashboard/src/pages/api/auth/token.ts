import { parseToken } from '@repo/auth-headers'
import type { PageConfig } from 'next'
import { parseReturnPath, signInPath } from '#features/auth/sign-in-path.server.ts'
import { startSession } from '#features/auth/start-session.server.ts'
import { setCookies } from '#server/access/session.ts'
import { getSignInMethods } from '#server/access/sign-in-methods.ts'
import { createSpendRequest } from '#server/process/client-budget.ts'
import { serveForm } from '#server/serve-form.ts'

export const config = { api: { bodyParser: false } } satisfies PageConfig

// Signs in with a personal access token, after GitHub has verified it.
export default serveForm(async (req, res, form) => {
  const returnTo = parseReturnPath(form.get('returnTo'))
  if (getSignInMethods().state === 'off') return res.redirect(303, signInPath(undefined, returnTo))
  const token = parseToken((form.get('token') ?? '').trim())
  if (!token) return res.redirect(303, signInPath('malformed-token', returnTo))

  const result = await startSession({ token }, 'pasted', createSpendRequest(req))
  if (result.state === 'failed') return res.redirect(303, signInPath(result.notice, returnTo))
  setCookies(res, result.cookies)
  return res.redirect(303, returnTo)
})
