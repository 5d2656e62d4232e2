import { type CacheName, startCache } from './caches.ts'
import { expectHealthy, freePort, type Program, startProgram } from './programs.ts'
import { productionServer } from './servers.ts'

/** The production build with a shared cache in front of it. */
export type AppBehindCache = Program & {
  /** Where the cache listens. */
  url: string
  /** Where the application listens, without the cache. */
  appUrl: string
  /** The number of requests for a path that have reached the application. */
  requestCount: (path: string) => number
  /** The application's log and error output. */
  log: () => string
  /** Sends SIGTERM to the application, and returns its exit code when it has ended. */
  endApp: () => Promise<number | null>
}

/** Signs the webhooks that an application behind a cache accepts. */
export const webhookSecret = 'a-secret-of-the-tests-for-webhooks'

/** Starts the production build and a cache in front of it. */
export async function startAppBehindCache(
  cache: CacheName,
  env: Record<string, string> = {},
): Promise<AppBehindCache> {
  const port = await freePort()
  const listen = await freePort()
  const purge = await freePort()
  const counts = new Map<string, number>()
  const lines: string[] = []
  // Visitors use the cache's URL.
  const { command, url, ...options } = productionServer(port, {
    SITE_URL: `http://127.0.0.1:${listen}`,
    SHARED_CACHE: 'varnish',
    VARNISH_PURGE_URL: `http://127.0.0.1:${purge}`,
    WEBHOOK_SECRET: webhookSecret,
    ...env,
  })
  const app = await startProgram(command, {
    ...options,
    // Lessons throw on purpose.
    quiet: true,
    ready: () => expectHealthy(url),
    onLine: (line) => {
      lines.push(line)
      recordRequest(line, counts)
    },
  })
  const health = '/api/ready'
  const running = await startCache(cache, {
    listen,
    purge,
    origin: port,
    health,
    isUnlimited: true,
  })
  return {
    errors: app.errors,
    url: running.url,
    appUrl: `http://127.0.0.1:${port}`,
    requestCount: (path) => counts.get(path) ?? 0,
    endApp: app.end,
    log: () => [...lines, app.errors()].join('\n'),
    async end() {
      await running.end()
      return app.end()
    },
  }
}

/** Counts a line of the application's log if it describes a request. */
function recordRequest(line: string, counts: Map<string, number>): void {
  if (!line.startsWith('{')) return
  const { event, path }: { event?: string; path?: string } = JSON.parse(line)
  if (event === 'request' && path) counts.set(path, (counts.get(path) ?? 0) + 1)
}
