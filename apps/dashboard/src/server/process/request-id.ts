import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { parseCacheControl } from '@repo/cache-headers'
import { readEnv } from './env.ts'

// In Next, pages, API routes and instrumentation each have their own instance of this module.
const name = Symbol.for('@repo/dashboard request ID')
const holder = globalThis as { [name]?: AsyncLocalStorage<string> }
holder[name] ??= new AsyncLocalStorage()
const storage = holder[name]

// What proxies send: a UUID, 32 hexadecimal digits, or Vercel's `iad1::abcde-1700000000000-0123`.
const VALID_ID = /^[\w.:=-]{1,128}$/

/** Returns the ID of the current request; undefined outside of a request. */
export function currentRequestId(): string | undefined {
  return storage.getStore()
}

/** Runs the handler of a request in the scope of its ID, and sends the ID with the response. */
export function runWithRequestId(
  req: IncomingMessage,
  res: ServerResponse,
  handle: () => void,
): void {
  const id = chooseId(req)
  sendId(res, id)
  storage.run(id, handle)
}

/** Gives a request an ID if it has none: in development, and on Vercel when a function starts. */
export function ensureRequestId(req: IncomingMessage, res: ServerResponse): void {
  if (currentRequestId() !== undefined) return
  const id = chooseId(req)
  sendId(res, id)
  storage.enterWith(id)
}

// Anybody can send a header, and an ID that is used twice would mix up the log.
function chooseId({ headers }: IncomingMessage): string {
  const { requestIdHeader } = readEnv()
  const sent = requestIdHeader === undefined ? undefined : headers[requestIdHeader]
  return typeof sent === 'string' && VALID_ID.test(sent) ? sent : randomUUID()
}

/**
 * Sets `X-Request-Id` when the head is written, unless a cache may store the response: its later
 * visitors would report the ID of a request that is not theirs. Scripts of the static 500 page can read
 * the ID only in `Server-Timing`.
 */
function sendId(res: ServerResponse, id: string): void {
  const { writeHead } = res
  res.writeHead = function withId(this: ServerResponse, status: number, ...rest: []) {
    const cacheControl = parseCacheControl(String(this.getHeader('Cache-Control') ?? ''))
    if (!cacheControl.public) this.setHeader('X-Request-Id', id)
    if (status === 500) this.appendHeader('Server-Timing', `request-id;desc="${id}"`)
    return writeHead.call(this, status, ...rest)
  } as typeof writeHead
}
