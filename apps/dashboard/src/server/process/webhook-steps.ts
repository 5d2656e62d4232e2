/** What is done with a webhook, in this order. */
export type WebhookStep = 'received' | 'marked' | 'regenerated' | 'purged'

/** When the steps of a delivery ended, in milliseconds since 1970. */
export type WebhookSteps = Partial<Record<WebhookStep, number>>

const MAX_DELIVERIES = 100

// In Next, pages and API routes each have their own instance of this module.
const name = Symbol.for('@repo/dashboard webhook steps')
const holder = globalThis as { [name]?: Map<string, WebhookSteps> }

/** Records that a step of a delivery has ended; only the last deliveries of this process stay. */
export function recordWebhookStep(delivery: string, step: WebhookStep): void {
  holder[name] ??= new Map()
  const steps = holder[name].get(delivery)
  holder[name].set(delivery, { ...steps, [step]: Date.now() })
  const [oldest] = holder[name].keys()
  if (holder[name].size > MAX_DELIVERIES && oldest !== undefined) holder[name].delete(oldest)
}

/** Returns the steps of a delivery so far; empty if this process has not received it. */
export function readWebhookSteps(delivery: string): WebhookSteps {
  return holder[name]?.get(delivery) ?? {}
}
