import { readSession } from '@repo/auth-headers'
import type { PageConfig } from 'next'
import { revokeSession } from '#features/auth/revoke-session.server.ts'
import { signInPath } from '#features/auth/sign-in-path.server.ts'
import { clearSession } from '#server/access/session.ts'
import { getSessionOptions } from '#server/access/sign-in-methods.ts'
import { serveForm } from '#server/serve-form.ts'

export const config = { api: { bodyParser: false } } satisfies PageConfig

export default serveForm(async (req, res) => {
  const opened = await readSession(req.headersDistinct, getSessionOptions())
  if (opened.state === 'open') await revokeSession(opened.session)
  clearSession(res)
  // Pages that the browser keeps for its Back button are personal too. What it stores for this site,
  // such as the theme, is not, and stays.
  res.setHeader('Clear-Site-Data', '"cache"')
  return res.redirect(303, signInPath('signed-out'))
})
