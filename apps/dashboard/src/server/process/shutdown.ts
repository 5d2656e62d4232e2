import { channel, subscribe } from 'node:diagnostics_channel'
import type { Server, ServerResponse } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import { log } from './log.ts'
import { telemetry } from './telemetry.ts'

/** How long new connections are accepted after SIGTERM, until load balancers notice `/api/ready`. */
const DRAIN_MS = 2000
/** The longest time from a signal to the end of the process. */
const MAX_SHUTDOWN_MS = 6500
/** The longest time after that in which the last spans and metrics are exported. */
const MAX_EXPORT_MS = 1000

// In Next, pages, API routes and instrumentation each have their own instance of this module.
const name = Symbol.for('@repo/dashboard shutdown')
const workName = Symbol.for('@repo/dashboard work')
const holder = globalThis as { [name]?: true; [workName]?: Set<Promise<unknown>> }

/** The diagnostics channel of a shutdown, for responses that would not end by themselves. */
export const SHUTDOWN_CHANNEL = '@repo/dashboard shutdown'

/** Whether this process has received SIGTERM or SIGINT. */
export function isShuttingDown(): boolean {
  return holder[name] === true
}

/** Lets a shutdown wait, within its limit, for work that goes on after a response. */
export function finishBeforeExit(work: Promise<unknown>): void {
  holder[workName] ??= new Set()
  const works = holder[workName].add(work)
  work.finally(() => works.delete(work)).catch(() => {})
}

/**
 * Ends this process with exit code 0 after SIGTERM or SIGINT, when its responses are sent. It replaces
 * Next's handlers, which keep busy connections open without a limit.
 */
export function shutDownOnSignals(): void {
  const servers = new Set<Server>()
  const responses = new Set<ServerResponse>()

  subscribe('http.server.request.start', (message) => {
    const { response, server } = message as { response: ServerResponse; server: Server }
    servers.add(server)
    responses.add(response)
    response.once('close', () => responses.delete(response))
    if (isShuttingDown()) closeAfter(response)
  })

  async function shutDown(drainMs: number): Promise<void> {
    if (isShuttingDown()) return
    holder[name] = true
    for (const response of responses) closeAfter(response)
    channel(SHUTDOWN_CHANNEL).publish(undefined)
    await Promise.race([setTimeout(MAX_SHUTDOWN_MS), setTimeout(drainMs).then(finish)])
    if (responses.size > 0) {
      log({ event: 'shutdown', message: `responses not complete: ${responses.size}` })
    }
    await Promise.race([setTimeout(MAX_EXPORT_MS), telemetry()?.shutDown()])
    process.exit(0)
  }

  async function finish(): Promise<void> {
    await Promise.all([...servers].map((server) => new Promise((resolve) => server.close(resolve))))
    await Promise.allSettled(holder[workName] ?? [])
  }

  const drains = { SIGTERM: DRAIN_MS, SIGINT: 0 }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.removeAllListeners(signal)
    process.on(signal, () => void shutDown(drains[signal]))
  }
}

/** Closes the connection of a response when it is sent, so that its client opens another. */
function closeAfter(response: ServerResponse): void {
  if (!response.headersSent) {
    response.setHeader('Connection', 'close')
    return
  }
  const { socket } = response
  response.once('close', () => socket?.end())
}
