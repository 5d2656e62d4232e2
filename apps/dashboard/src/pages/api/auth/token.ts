import { tokenFrom } from '@repo/auth-headers'
import type { PageConfig } from 'next'
import { serveForm } from '#server/serve-form.ts'
import { beginSession } from '#features/auth/begin-session.server.ts'
import { setCookies } from '#server/access/response-cookies.ts'
import { returnAddress, signInAddress } from '#features/auth/sign-in-page.server.ts'
import { signInWays } from '#server/access/ways.ts'

export const config = { api: { bodyParser: false } } satisfies PageConfig

// A pasted token, which is checked with GitHub before anything is kept.
export default serveForm(async (_req, res, form) => {
  const returnTo = returnAddress(form.get('returnTo'))
  if (signInWays().state === 'off') return res.redirect(303, signInAddress(undefined, returnTo))
  const token = tokenFrom((form.get('token') ?? '').trim())
  if (!token) return res.redirect(303, signInAddress('no-token', returnTo))

  const begun = await beginSession({ token }, 'pasted')
  if (begun.state === 'failed') return res.redirect(303, signInAddress(begun.reason, returnTo))
  setCookies(res, begun.cookies)
  return res.redirect(303, returnTo)
})
