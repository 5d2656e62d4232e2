import type { IncomingMessage } from 'node:http'
import { setCacheHeaders } from '@repo/cache-headers'
import { waitUntil } from '@vercel/functions'
import type { NextApiRequest, NextApiResponse } from 'next'
import { guardHeaders } from '#server/guard-headers.ts'
import { readEnv } from '#server/process/env.ts'
import { gitHub } from '#server/process/github.ts'
import { log, logRequest } from '#server/process/log.ts'
import { finishBeforeExit } from '#server/process/shutdown.ts'
import { telemetry } from '#server/process/telemetry.ts'
import { recordWebhookStep } from '#server/process/webhook-steps.ts'
import { readBody } from '#server/read-body.ts'
import { createPurgeQueue } from './purge-queue.server.ts'
import { createPurger, type Purger } from './purge-shared-cache.server.ts'
import { createWebhookReceiver } from './receive-webhook.server.ts'

type Receive = ReturnType<typeof createWebhookReceiver>

/** A payload is some 10 kB; GitHub's own limit is 25 MB, for pushes of thousands of commits. */
const MAX_WEBHOOK_BYTES = 1_000_000

/** For a cache that cannot be purged, or none. Bursts of events are still announced together. */
const noPurger: Purger = { maxTags: 100, purge: async () => {} }

let receiver: Receive | undefined

/** Handles `POST /api/webhooks/github`. Without a secret, the address does not exist. */
export async function serveWebhook(req: NextApiRequest, res: NextApiResponse): Promise<void> {
  logRequest(req, res, [])
  guardHeaders(res)
  setCacheHeaders(res, { scope: 'private' })
  if (readEnv().webhookSecrets.length === 0) return sendOutcome(res, 404, 'not-found')
  if (req.method !== 'POST') {
    res.setHeader('Allow', 'POST')
    return sendOutcome(res, 405, 'method-not-allowed')
  }
  if (!/^application\/json *(;|$)/i.test(req.headers['content-type'] ?? '')) {
    return sendOutcome(res, 415, 'not-json')
  }
  const body = await readBody(req, MAX_WEBHOOK_BYTES)
  if (body === undefined) return sendOutcome(res, 413, 'too-large')
  receiver ??= createReceiver()
  const name = headerOf(req, 'x-github-event')
  const delivery = headerOf(req, 'x-github-delivery')
  const signature = headerOf(req, 'x-hub-signature-256')
  const regenerate = (path: string) => revalidatePage(res, path)
  const { status, outcome, work } = await receiver({ name, delivery, signature, body, regenerate })
  // Of a request that is not signed, nothing is logged that its sender chose.
  log({ event: 'webhook', outcome, ...(outcome !== 'unsigned' && { name, delivery }) })
  if (work) {
    waitUntil(work)
    finishBeforeExit(work)
  }
  sendOutcome(res, status, outcome)
}

function createReceiver(): Receive {
  const { webhookSecrets, purgeTarget } = readEnv()
  const { client, stores } = gitHub()
  const queue = createPurgeQueue({
    purger: purgeTarget ? createPurger(purgeTarget) : noPurger,
    // Open pages load their data again: by now it is not in the shared cache any more.
    onPurged: (tags) => void stores.announcements.announce(tags),
    onAttempt(purge) {
      if (purgeTarget) telemetry()?.recordPurge({ cache: purgeTarget.cache, ...purge })
    },
    onError: (failure) => log({ event: 'purge', cache: purgeTarget?.cache, ...failure }),
  })
  return createWebhookReceiver({
    secrets: webhookSecrets,
    recordOnce: stores.recordOnce,
    markChanged: client.markChanged,
    purge: queue.purge,
    onStep: recordWebhookStep,
  })
}

async function revalidatePage(res: NextApiResponse, path: string): Promise<boolean> {
  try {
    // A page that nobody has visited is not rendered.
    await res.revalidate(path, { unstable_onlyGenerated: true })
    return true
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    log({ event: 'revalidate', path, message })
    return false
  }
}

function sendOutcome(res: NextApiResponse, status: number, outcome: string): void {
  res.status(status).json({ outcome })
}

function headerOf({ headers }: IncomingMessage, name: string): string | undefined {
  const value = headers[name]
  return typeof value === 'string' ? value : undefined
}
