import { setCacheHeaders } from '@repo/cache-headers'
import { serveApi } from '#server/serve-api.ts'

// For liveness: a supervisor restarts a process that does not respond. It succeeds while the process
// shuts down, because a restart would abort the requests that are still being served.
export default serveApi<{ status: 'ok' }>((_req, res) => {
  setCacheHeaders(res, { scope: 'private' })
  res.json({ status: 'ok' })
})
