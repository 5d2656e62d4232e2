import { setCacheHeaders } from '@repo/cache-headers'
import type { Quota } from '@repo/github'
import { gitHub } from '#server/github.ts'
import { serveApi } from '#server/serve-api.ts'

type Quotas = { quotas: Quota[] }

// What GitHub's last answers said: it is not asked for this. A quota that has been renewed since
// then is not known until GitHub answers again.
export default serveApi<Quotas>((_req, res) => {
  const now = new Date().toISOString()
  const { quotas } = gitHub().client.status()

  setCacheHeaders(res, { scope: 'private' })
  res.json({ quotas: quotas.filter(({ resetsAt }) => resetsAt > now) })
})
