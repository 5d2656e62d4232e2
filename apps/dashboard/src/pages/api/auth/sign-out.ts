import { sessionFrom } from '@repo/auth-headers'
import type { PageConfig } from 'next'
import { serveForm } from '#server/serve-form.ts'
import { forgetSession } from '#features/auth/forget-session.server.ts'
import { endSession } from '#server/access/response-cookies.ts'
import { signInAddress } from '#features/auth/sign-in-page.server.ts'
import { sessionKeys } from '#server/access/ways.ts'

export const config = { api: { bodyParser: false } } satisfies PageConfig

export default serveForm(async (req, res) => {
  const opened = await sessionFrom(req.headersDistinct, sessionKeys())
  if (opened.state === 'open') await forgetSession(opened.session)
  endSession(res)
  // Pages that the browser keeps for its Back button are personal too. What it stores for this site,
  // such as the theme, is not, and stays.
  res.setHeader('Clear-Site-Data', '"cache"')
  return res.redirect(303, signInAddress('signed-out'))
})
