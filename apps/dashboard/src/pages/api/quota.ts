import { setCacheHeaders } from '@repo/cache-headers'
import type { Quota } from '@repo/github'
import { gitHub } from '#server/github.ts'
import { serveApi } from '#server/serve-api.ts'

type Quotas = { quotas: Quota[] }

// What GitHub's last answers said: it is not asked for this.
export default serveApi<Quotas>((_req, res) => {
  const now = new Date().toISOString()
  const { quotas } = gitHub().client.status()

  setCacheHeaders(res, { audience: 'one viewer' })
  res.json({ quotas: quotas.map((quota) => (quota.resetsAt > now ? quota : full(quota))) })
})

function full(quota: Quota): Quota {
  return { ...quota, remaining: quota.limit }
}
