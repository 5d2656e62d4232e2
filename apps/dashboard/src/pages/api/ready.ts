import { setCacheHeaders } from '@repo/cache-headers'
import { isShuttingDown } from '#server/process/shutdown.ts'
import { serveApi } from '#server/serve-api.ts'

type Readiness = { status: 'ready' | 'shutting-down' }

// For readiness: a load balancer sends visitors to instances that are ready. It ignores GitHub and
// Redis: an outage affects all instances alike, and without any there would be no stale data either.
export default serveApi<Readiness>((_req, res) => {
  setCacheHeaders(res, { scope: 'private' })
  if (isShuttingDown()) res.status(503).json({ status: 'shutting-down' })
  else res.json({ status: 'ready' })
})
