import { once } from 'node:events'
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http'
import { type CacheName, startCache } from './caches.ts'
import { freePort } from './programs.ts'

/** A small origin behind a cache, with lifetimes short enough for a test to wait for. */
export type TestOrigin = {
  /** Where the cache listens. */
  url: string
  /** Where the origin itself listens. */
  originUrl: string
  /** What the origin has received, oldest first. */
  requests: IncomingMessage[]
  /** Sets how the origin responds from now on. */
  respondWith: (listener: RequestListener) => void
  /** Closes the origin and its open connections. */
  stop: () => Promise<void>
  start: () => Promise<void>
  end: () => Promise<void>
}

const health = '/health'
// Varnish probes these all the time; they are not what a test counts.
const probes = [health, '/api/ready']

/** Starts a cache in front of an origin. The test chooses its responses. */
export async function startTestOrigin(
  cache: CacheName,
  { isUnlimited = false }: { isUnlimited?: boolean } = {},
): Promise<TestOrigin> {
  const port = await freePort()
  const requests: IncomingMessage[] = []
  let listener: RequestListener = (_request, response) => response.writeHead(404).end()
  let server: Server

  function respond(request: IncomingMessage, response: ServerResponse & { req: IncomingMessage }) {
    if (probes.includes(request.url ?? '')) {
      return response.setHeader('Cache-Control', 'no-store').end('ok')
    }
    requests.push(request)
    return listener(request, response)
  }

  async function start(): Promise<void> {
    server = createServer(respond).listen(port, '127.0.0.1')
    await once(server, 'listening')
  }

  async function stop(): Promise<void> {
    const closed = once(server, 'close')
    server.close()
    server.closeAllConnections()
    await closed
  }

  await start()
  const listen = await freePort()
  const running = await startCache(cache, { listen, origin: port, health, isUnlimited })
  return {
    url: running.url,
    originUrl: `http://127.0.0.1:${port}`,
    requests,
    respondWith(next) {
      listener = next
    },
    start,
    stop,
    async end() {
      await running.end()
      if (server.listening) await stop()
    },
  }
}
