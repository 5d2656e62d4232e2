import { createHmac, randomUUID } from 'node:crypto'
import { fullRepository } from '../bodies/repository.ts'
import { shaOfCommit } from '../data/commits.ts'
import { findRepository } from '../data/repositories.ts'
import type { SampleContext } from '../http/context.ts'

/** Where a webhook is sent, and the secret that signs it. */
export type Webhook = { url: string; secret: string }

const TIMEOUT_MS = 10_000

/**
 * Pushes a commit to a repository, and sends the event to a webhook, as GitHub does. Returns the
 * commit, the time of the push in milliseconds since 1970, and the webhook's delivery, with no status
 * if there was no response; undefined if there is no such repository.
 */
export async function pushCommit(c: SampleContext, fullName: string, webhook: Webhook | undefined) {
  const [owner = '', name = ''] = fullName.split('/')
  const found = findRepository(owner, name)?.repo
  if (!found) return undefined
  const repo = c.get('state').push(found)
  const body = fullRepository(repo, repo, c.get('view'))
  const payload = {
    ref: `refs/heads/${repo.defaultBranch}`,
    before: shaOfCommit(repo, 1),
    after: shaOfCommit(repo, 0),
    repository: { ...body, pushed_at: Math.floor((repo.pushed?.at ?? 0) / 1000) },
  }
  const delivery = webhook && (await deliver(webhook, 'push', payload))
  return { sha: payload.after, pushedAt: repo.pushed?.at, ...delivery }
}

/** Sends an event as GitHub does: https://docs.github.com/en/webhooks/webhook-events-and-payloads */
async function deliver({ url, secret }: Webhook, event: string, payload: object) {
  const body = JSON.stringify(payload)
  const delivery = randomUUID()
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'user-agent': 'GitHub-Hookshot/sample',
      'x-github-event': event,
      'x-github-delivery': delivery,
      'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
    },
    body,
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).catch(() => undefined)
  return { delivery, status: response?.status }
}
