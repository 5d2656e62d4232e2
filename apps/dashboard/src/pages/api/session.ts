import { readSession } from '@repo/auth-headers'
import { setCacheHeaders } from '@repo/cache-headers'
import type { SignedIn } from '#components/shell/signed-in.ts'
import { clearSession } from '#server/access/session.ts'
import { getSessionOptions } from '#server/access/sign-in-methods.ts'
import { serveApi } from '#server/serve-api.ts'

// The frame around pages for everybody asks this, and only where a cookie says that it is worth it.
export default serveApi<SignedIn>(async (req, res) => {
  setCacheHeaders(res, { scope: 'private' })
  const opened = await readSession(req.headersDistinct, getSessionOptions())
  if (opened.state === 'over') clearSession(res)
  if (opened.state !== 'open') return res.json({})
  const { login, avatarUrl } = opened.session
  return res.json({ login, avatarUrl })
})
