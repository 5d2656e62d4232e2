import { setCacheHeaders } from '@repo/cache-headers'
import type { SourceResponse } from '#components/shell/use-data-source.ts'
import { publicPage } from '#server/cache-policies.ts'
import { readDataSource } from '#server/frame.ts'
import { serveApi } from '#server/serve-api.ts'

// Static pages call this from the browser: the build does not know the configuration of the server.
export default serveApi<SourceResponse>((_req, res) => {
  setCacheHeaders(res, publicPage)
  res.json({ source: readDataSource() })
})
