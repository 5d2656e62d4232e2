import { setCacheHeaders } from '@repo/cache-headers'
import { serveApi } from '#server/serve-api.ts'
import { attemptCookie } from '#server/sign-in/attempt-cookie.ts'
import { oauthFlow } from '#server/sign-in/oauth.ts'
import { setCookies } from '#server/sign-in/response-cookies.ts'
import { returnAddress, signInAddress } from '#server/sign-in/sign-in-page.ts'
import { signInWays } from '#server/sign-in/ways.ts'

// A link leads here, and not a form: it goes on to GitHub, where forms of this site may not go.
export default serveApi(async (req, res) => {
  setCacheHeaders(res, { audience: 'one viewer' })
  const returnTo = returnAddress(req.query.returnTo)
  const flow = oauthFlow()
  if (!flow || signInWays().state === 'off') {
    return res.redirect(303, signInAddress(undefined, returnTo))
  }
  const { attempt, address } = flow.begin()
  setCookies(res, [await attemptCookie({ ...attempt, returnTo })])
  return res.redirect(303, address)
})
