import { createHash } from 'node:crypto'
import { Webhooks } from '@octokit/webhooks'
import type { Change } from '@repo/github'
import type { Stores } from '@repo/github/store'
import { isrPath, isrTag } from '#server/isr-page.ts'
import type { WebhookStep } from '#server/process/webhook-steps.ts'
import { type Changed, changedBy, timeOf } from './webhook-events.server.ts'

/** A request to the address for webhooks. */
export type WebhookRequest = {
  name: string | undefined
  delivery: string | undefined
  signature: string | undefined
  body: string
  regenerate: Regenerate
}

/** Regenerates an ISR page if it is stored; false if that failed, and the old page stays. */
type Regenerate = (path: string) => Promise<boolean>

/** What became of it, the status that says so, and the work that goes on after the response. */
export type WebhookResult = {
  status: number
  outcome: 'accepted' | 'ignored' | 'invalid' | 'unsigned' | 'replayed' | 'too-old'
  work?: Promise<unknown>
}

type Options = {
  /** Newest first. */
  secrets: readonly string[]
  /** Records deliveries, for all instances. */
  recordOnce: Stores['recordOnce']
  markChanged: (change: Change) => Promise<void>
  purge: (tags: readonly string[]) => Promise<void>
  /** Called when a step of a delivery has ended. */
  onStep: (delivery: string, step: WebhookStep) => void
  now?: () => number
}

/** An older event is refused; deliveries are recorded for as long, so none is accepted twice. */
export const MAX_EVENT_AGE_SECONDS = 3600

/**
 * Creates the function that receives webhooks. It trusts nothing before the signature of the body is
 * verified, in constant time. GitHub does not sign headers: so a replay is recognized by its body.
 */
export function createWebhookReceiver({
  secrets,
  recordOnce,
  markChanged,
  purge,
  onStep,
  now = Date.now,
}: Options) {
  const verifiers = secrets.map((secret) => new Webhooks({ secret }))

  async function isSigned(body: string, signature: string): Promise<boolean> {
    if (!/^sha256=[\da-f]{64}$/.test(signature)) return false
    const results = await Promise.all(verifiers.map((webhooks) => webhooks.verify(body, signature)))
    return results.includes(true)
  }

  /** Records a delivery; false if it, or another one with the same body, is recorded already. */
  function record(delivery: string, body: string): Promise<boolean> {
    const digest = createHash('sha256').update(body).digest('hex')
    return recordOnce([`webhook ${delivery}`, `webhook ${digest}`], MAX_EVENT_AGE_SECONDS)
  }

  async function apply({ changes, tags }: Changed, delivery: string, regenerate: Regenerate) {
    // First our own data: pages are rendered from it.
    await Promise.all(changes.map(markChanged))
    onStep(delivery, 'marked')
    const purges = [purge(tags)]
    // One after another: an installation may name thousands.
    for (const repoName of changes.flatMap(({ repoNames }) => repoNames)) {
      if (await regenerate(isrPath(repoName))) purges.push(purge([isrTag(repoName)]))
    }
    onStep(delivery, 'regenerated')
    await Promise.all(purges)
    onStep(delivery, 'purged')
  }

  return async function receive(request: WebhookRequest): Promise<WebhookResult> {
    const { name = '', delivery = '', signature = '', body, regenerate } = request
    if (!(await isSigned(body, signature))) return { status: 401, outcome: 'unsigned' }
    const payload = parseObject(body)
    if (!payload || !/^[a-z_]{1,64}$/.test(name) || !/^[\w-]{1,64}$/.test(delivery)) {
      return { status: 400, outcome: 'invalid' }
    }
    const time = timeOf(name, payload)
    if (time !== undefined && now() - time > MAX_EVENT_AGE_SECONDS * 1000) {
      return { status: 422, outcome: 'too-old' }
    }
    if (!(await record(delivery, body))) return { status: 409, outcome: 'replayed' }
    const changed = changedBy(name, payload)
    if (!changed) return { status: 202, outcome: 'ignored' }
    onStep(delivery, 'received')
    const work = apply(changed, delivery, regenerate)
    return { status: 202, outcome: 'accepted', work }
  }
}

function parseObject(body: string): { [field: string]: unknown } | undefined {
  try {
    const value: unknown = JSON.parse(body)
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
    return isObject ? (value as { [field: string]: unknown }) : undefined
  } catch {
    return undefined
  }
}
