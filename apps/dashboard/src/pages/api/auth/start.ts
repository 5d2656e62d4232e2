import { setCacheHeaders } from '@repo/cache-headers'
import { createAttemptCookie } from '#features/auth/sign-in-attempt.server.ts'
import { parseReturnPath, signInPath } from '#features/auth/sign-in-path.server.ts'
import { oauthFlow } from '#server/access/oauth.ts'
import { setCookies } from '#server/access/session.ts'
import { getSignInMethods } from '#server/access/sign-in-methods.ts'
import { serveApi } from '#server/serve-api.ts'

// Linked with GET: `form-action` of the Content-Security-Policy forbids a form that ends at GitHub.
export default serveApi(async (req, res) => {
  setCacheHeaders(res, { scope: 'private' })
  const returnTo = parseReturnPath(req.query.returnTo)
  const flow = oauthFlow()
  if (!flow || getSignInMethods().state === 'off') {
    return res.redirect(303, signInPath(undefined, returnTo))
  }
  const { request, url } = flow.authorize()
  setCookies(res, [await createAttemptCookie({ ...request, returnTo })])
  return res.redirect(303, url)
})
