import { setCacheHeaders } from '@repo/cache-headers'
import type { Quota } from '@repo/github'
import { gitHub } from '#server/process/github.ts'
import { serveApi } from '#server/serve-api.ts'

type Quotas = { quotas: Quota[] }

// From the headers of GitHub's last responses, without a request. A quota that has been reset since is
// unknown until the next response.
export default serveApi<Quotas>((_req, res) => {
  const now = new Date().toISOString()
  const { quotas } = gitHub().client.status()

  setCacheHeaders(res, { scope: 'private' })
  res.json({ quotas: quotas.filter(({ resetsAt }) => resetsAt > now) })
})
