import { serveChanges } from '#features/webhooks/serve-changes.server.ts'
import { serveApi } from '#server/serve-api.ts'

export default serveApi(serveChanges)
