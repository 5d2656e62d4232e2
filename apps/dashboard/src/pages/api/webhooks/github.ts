import type { PageConfig } from 'next'
import { serveWebhook } from '#features/webhooks/serve-webhook.server.ts'

// The signature is that of the bytes that GitHub has sent.
export const config = { api: { bodyParser: false } } satisfies PageConfig

export default serveWebhook
