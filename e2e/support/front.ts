import { type CacheName, startCache } from './caches.ts'
import { answers, freePort, type Program, startProgram } from './programs.ts'
import { builtServer } from './servers.ts'

/** The production build with a shared cache in front. */
export type Front = Program & {
  /** Where the cache listens. */
  url: string
  /** Where the application listens, without the cache. */
  appUrl: string
  /** How many requests for an address have reached the application. */
  asked: (path: string) => number
  /** What the application has written to its log and its error output. */
  log: () => string
}

/** Starts the production build and a cache in front of it. */
export async function startFront(cache: CacheName): Promise<Front> {
  const port = await freePort()
  const listen = await freePort()
  const asked = new Map<string, number>()
  const lines: string[] = []
  // Visitors know the site by the cache's address.
  const { command, url, ...place } = builtServer(port, { SITE_URL: `http://127.0.0.1:${listen}` })
  const app = await startProgram(command, {
    ...place,
    // Lessons throw on purpose.
    quiet: true,
    ready: () => answers(url),
    onLine: (line) => {
      lines.push(line)
      countRequest(line, asked)
    },
  })
  const front = await startCache(cache, { listen, origin: port, health: '/api/health' })
  return {
    errors: app.errors,
    url: front.url,
    appUrl: `http://127.0.0.1:${port}`,
    asked: (path) => asked.get(path) ?? 0,
    log: () => [...lines, app.errors()].join('\n'),
    async end() {
      await front.end()
      await app.end()
    },
  }
}

/** Counts a line of the application's log that tells of a request. */
function countRequest(line: string, asked: Map<string, number>): void {
  if (!line.startsWith('{')) return
  const { event, path }: { event?: string; path?: string } = JSON.parse(line)
  if (event === 'request' && path) asked.set(path, (asked.get(path) ?? 0) + 1)
}
