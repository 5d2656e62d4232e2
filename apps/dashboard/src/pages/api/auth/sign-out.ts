import { readSession } from '@repo/auth-headers'
import type { PageConfig } from 'next'
import { revokeSession } from '#features/auth/revoke-session.server.ts'
import { signInPath } from '#features/auth/sign-in-path.server.ts'
import { clearSession, getSessionOptions } from '#server/access/session.ts'
import { serveForm } from '#server/serve-form.ts'

export const config = { api: { bodyParser: false } } satisfies PageConfig

export default serveForm(async (req, res) => {
  const result = await readSession(req.headersDistinct, getSessionOptions())
  const isRevoked = result.state !== 'valid' || (await revokeSession(result.session))
  clearSession(res)
  // Clears the personal pages that the browser caches for Back. The storage, with the theme and the
  // pins, is not personal and stays.
  res.setHeader('Clear-Site-Data', '"cache"')
  return res.redirect(303, signInPath(isRevoked ? 'signed-out' : 'signed-out-not-revoked'))
})
