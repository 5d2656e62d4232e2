import type { GitHubCall, SentRequest } from '@repo/github'

/** A purge of the shared cache: since when its oldest tag waited, in milliseconds, and its outcome. */
export type Purge = { cache: string; delayMs: number; outcome: 'purged' | 'retried' | 'failed' }

/** Records spans and metrics. */
export type Telemetry = {
  /** A read for a page, as part of the current request. */
  recordCall: (call: GitHubCall, route: string) => void
  /** A request to GitHub, also one in the background. */
  recordSent: (sent: SentRequest) => void
  recordPurge: (purge: Purge) => void
  /** Exports what is recorded. Never rejects. */
  shutDown: () => Promise<void>
}

// In Next, pages, API routes and instrumentation each have their own instance of this module.
const name = Symbol.for('@repo/dashboard telemetry')
const holder = globalThis as { [name]?: Telemetry }

/** Returns the telemetry of this process; undefined if it is off. */
export function telemetry(): Telemetry | undefined {
  return holder[name]
}

/** Turns telemetry on. */
export function setTelemetry(telemetry: Telemetry): void {
  holder[name] = telemetry
}
