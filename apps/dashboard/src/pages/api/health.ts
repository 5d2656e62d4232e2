import { setCacheHeaders } from '@repo/cache-headers'
import { serveApi } from '#server/serve-api.ts'

type Health = { status: 'ok' }

// A liveness probe: it ignores GitHub, because a restart of this server would not fix an outage there.
export default serveApi<Health>((_req, res) => {
  setCacheHeaders(res, { scope: 'private' })
  res.json({ status: 'ok' })
})
