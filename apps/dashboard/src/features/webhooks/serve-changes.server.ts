import { subscribe } from 'node:diagnostics_channel'
import { setCacheHeaders } from '@repo/cache-headers'
import type { NextApiRequest, NextApiResponse } from 'next'
import { pageWithoutPurge } from '#server/cache-policies.ts'
import { clientKey } from '#server/process/client-key.ts'
import { readEnv } from '#server/process/env.ts'
import { gitHub } from '#server/process/github.ts'
import { isShuttingDown, SHUTDOWN_CHANNEL } from '#server/process/shutdown.ts'
import { createChangeStreams } from './change-streams.server.ts'

type Streams = ReturnType<typeof createChangeStreams>

const RETRY_AFTER_SECONDS = 60
/** nginx counts lifetimes in whole seconds. */
const NGINX_CLOCK_MS = 1000

let streams: Streams | undefined

/** Sends the changes of `tag` as server-sent events. Without webhooks, the address does not exist. */
export async function serveChanges(req: NextApiRequest, res: NextApiResponse): Promise<void> {
  setCacheHeaders(res, { scope: 'private' })
  const { webhookSecrets, isOnVercel, clientAddressHeader } = readEnv()
  if (webhookSecrets.length === 0 || isOnVercel) return sendRefusal(res, 404, 'not-found')
  const { tag, since } = req.query
  if (typeof tag !== 'string' || !/^repo:\d{1,15}$/.test(tag)) {
    return sendRefusal(res, 400, 'invalid-tag')
  }
  const client = clientAddressHeader && clientKey(req.headers[clientAddressHeader])
  streams ??= createStreams()
  const limit = streams.findLimit(client)
  if (limit === 'client') return sendRefusal(res, 429, 'too-many-streams')
  if (limit === 'server' || isShuttingDown()) return sendRefusal(res, 503, 'no-more-streams')
  // Compressed, events would wait for more bytes.
  res.setHeader('Cache-Control', 'private, no-store, no-transform')
  res.setHeader('Content-Type', 'text/event-stream')
  res.setHeader('X-Accel-Buffering', 'no')
  if (req.method === 'HEAD') return void res.end()
  const lastEvent = req.headers['last-event-id']
  await streams.open(res, {
    tag,
    since: Math.max(readTime(since), readTime(lastEvent)),
    client,
  })
}

function createStreams(): Streams {
  const { sharedCache } = readEnv()
  // It cannot be purged: its copies have to expire.
  const delayMs = sharedCache === 'nginx' ? pageWithoutPurge.sMaxAge * 1000 + NGINX_CLOCK_MS : 0
  const created = createChangeStreams({ announcements: gitHub().stores.announcements, delayMs })
  subscribe(SHUTDOWN_CHANNEL, created.endAll)
  return created
}

/** Reads a time that this server has sent; 0 if it is none. */
function readTime(value: string | string[] | undefined): number {
  return typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : 0
}

function sendRefusal(res: NextApiResponse, status: number, outcome: string): void {
  if (status === 429 || status === 503) res.setHeader('Retry-After', RETRY_AFTER_SECONDS)
  res.status(status).json({ outcome })
}
