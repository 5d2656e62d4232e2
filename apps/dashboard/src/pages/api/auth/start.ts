import { setCacheHeaders } from '@repo/cache-headers'
import { attemptCookie } from '#features/auth/attempt-cookie.server.ts'
import { returnAddress, signInAddress } from '#features/auth/sign-in-page.server.ts'
import { oauthFlow } from '#server/access/oauth.ts'
import { setCookies } from '#server/access/response-cookies.ts'
import { signInWays } from '#server/access/ways.ts'
import { serveApi } from '#server/serve-api.ts'

// A link leads here, and not a form: it goes on to GitHub, where forms of this site may not go.
export default serveApi(async (req, res) => {
  setCacheHeaders(res, { scope: 'private' })
  const returnTo = returnAddress(req.query.returnTo)
  const flow = oauthFlow()
  if (!flow || signInWays().state === 'off') {
    return res.redirect(303, signInAddress(undefined, returnTo))
  }
  const { attempt, address } = flow.begin()
  setCookies(res, [await attemptCookie({ ...attempt, returnTo })])
  return res.redirect(303, address)
})
