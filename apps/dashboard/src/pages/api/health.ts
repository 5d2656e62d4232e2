import { setCacheHeaders } from '@repo/cache-headers'
import { isShuttingDown } from '#server/process/shutdown.ts'
import { serveApi } from '#server/serve-api.ts'

type Health = { status: 'ok' | 'shutting-down' }

// For liveness and readiness. It ignores GitHub, because a restart of this server would not fix an
// outage there.
export default serveApi<Health>((_req, res) => {
  setCacheHeaders(res, { scope: 'private' })
  if (isShuttingDown()) res.status(503).json({ status: 'shutting-down' })
  else res.json({ status: 'ok' })
})
