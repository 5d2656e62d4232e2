import { setCacheHeaders } from '@repo/cache-headers'
import { serveApi } from '#server/serve-api.ts'

type Health = { status: 'ok' }

// Alive, whether or not GitHub answers: a restart of this server would not mend GitHub.
export default serveApi<Health>((_req, res) => {
  setCacheHeaders(res, { scope: 'private' })
  res.json({ status: 'ok' })
})
