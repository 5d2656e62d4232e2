import { isSameOrigin } from '@repo/auth-headers'
import { setCacheHeaders } from '@repo/cache-headers'
import type { NextApiRequest } from 'next'
import { createAttemptCookies } from '#features/auth/sign-in-attempt.server.ts'
import { parseReturnPath, signInPath } from '#features/auth/sign-in-path.server.ts'
import { oauthFlow } from '#server/access/oauth.ts'
import { setCookies } from '#server/access/session.ts'
import { getSignInMethods } from '#server/access/sign-in-methods.ts'
import { readEnv } from '#server/process/env.ts'
import { serveApi } from '#server/serve-api.ts'

// Linked with GET: `form-action` of the Content-Security-Policy forbids a form that ends at GitHub.
export default serveApi(async (req, res) => {
  setCacheHeaders(res, { scope: 'private' })
  const returnTo = parseReturnPath(req.query.returnTo)
  const flow = oauthFlow()
  // A link on another site leads to the sign-in page, so that only visitors start attempts.
  if (!flow || getSignInMethods().state === 'off' || isFromOtherSite(req)) {
    return res.redirect(303, signInPath(undefined, returnTo))
  }
  const { request, url } = flow.authorize()
  setCookies(res, await createAttemptCookies({ ...request, returnTo }, req.headersDistinct))
  return res.redirect(303, url)
})

// Browsers without Fetch Metadata send nothing about the origin of a link.
function isFromOtherSite({ headersDistinct }: NextApiRequest): boolean {
  const { siteUrl } = readEnv()
  return 'sec-fetch-site' in headersDistinct && !isSameOrigin(headersDistinct, siteUrl)
}
