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

/** An origin of a few lines behind a cache, for lifetimes that a test can wait for. */
export type TinyOrigin = {
  /** Where the cache listens. */
  url: string
  /** What the origin was asked, oldest first. */
  asked: IncomingMessage[]
  /** How the origin answers from now on. */
  answer: (listener: RequestListener) => void
  /** The origin listens no more, and breaks what it had open. */
  stop: () => Promise<void>
  start: () => Promise<void>
  end: () => Promise<void>
}

const health = '/health'

/** Starts a cache in front of an origin that answers as a test says. */
export async function startTinyOrigin(cache: CacheName): Promise<TinyOrigin> {
  const port = await freePort()
  const asked: IncomingMessage[] = []
  let listener: RequestListener = (_request, response) => response.writeHead(404).end()
  let server: Server

  function respond(request: IncomingMessage, response: ServerResponse & { req: IncomingMessage }) {
    if (request.url === health) return response.setHeader('Cache-Control', 'no-store').end('ok')
    asked.push(request)
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
  const front = await startCache(cache, { listen: await freePort(), origin: port, health })
  return {
    url: front.url,
    asked,
    answer(next) {
      listener = next
    },
    start,
    stop,
    async end() {
      await front.end()
      if (server.listening) await stop()
    },
  }
}
