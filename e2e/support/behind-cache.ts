import { type CacheName, startCache } from './caches.ts'
import { answers, freePort, startProgram } from './programs.ts'
import { builtServer } from './servers.ts'
import { test as base, expect } from './test.ts'

/** The production build with a shared cache in front. */
type Front = {
  /** Where the cache listens. */
  url: string
  /** Where the application listens, without the cache. */
  appUrl: string
  /** How many requests for an address have reached the application. */
  asked: (path: string) => number
}

type WorkerFixtures = { cache: CacheName; front: Front }

/** Playwright's `test` behind a cache: addresses without a host go through it. */
export const test = base.extend<object, WorkerFixtures>({
  cache: ['nginx', { option: true, scope: 'worker' }],
  front: [
    async ({ cache }, use) => {
      const port = await freePort()
      const asked = new Map<string, number>()
      const { command, url, ...place } = builtServer(port)
      const app = await startProgram(command, {
        ...place,
        // Lessons throw on purpose.
        quiet: true,
        ready: () => answers(url),
        onLine: (line) => countRequest(line, asked),
      })
      const front = await startCache(cache, { origin: port, health: '/api/health' })
      const appUrl = `http://127.0.0.1:${port}`
      await use({ url: front.url, appUrl, asked: (path) => asked.get(path) ?? 0 })
      await front.end()
      await app.end()
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  baseURL: ({ front }, use) => use(front.url),
})

/** Counts a line of the application's log that tells of a request. */
function countRequest(line: string, asked: Map<string, number>): void {
  if (!line.startsWith('{')) return
  const { event, path }: { event?: string; path?: string } = JSON.parse(line)
  if (event === 'request' && path) asked.set(path, (asked.get(path) ?? 0) + 1)
}

export { expect }
