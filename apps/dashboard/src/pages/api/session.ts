import { readSession } from '@repo/auth-headers'
import { setCacheHeaders } from '@repo/cache-headers'
import type { SessionResponse } from '#components/shell/account-menu.tsx'
import { getSessionOptions } from '#server/access/session.ts'
import { serveApi } from '#server/serve-api.ts'

// Public pages call this from the browser, and only when the signed-in cookie is set.
export default serveApi<SessionResponse>(async (req, res) => {
  setCacheHeaders(res, { scope: 'private' })
  const result = await readSession(req.headersDistinct, getSessionOptions())
  if (result.state === 'valid') {
    const { login, avatarUrl } = result.session
    return res.json({ login, avatarUrl })
  }
  // An invalid session stays until a page says what is wrong with it.
  return res.json({})
})
