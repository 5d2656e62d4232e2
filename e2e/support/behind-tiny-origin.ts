import { test as base, expect } from '@playwright/test'
import type { CacheName } from './caches.ts'
import { send } from './send.ts'
import { startTinyOrigin, type TinyOrigin } from './tiny-origin.ts'

/** What a visitor sees of an answer, and what the cache says of it. */
type Visit = { status: number; verdict: string | undefined; text: string }

type Fixtures = {
  /** An origin of the test's own, behind the cache. */
  origin: TinyOrigin
  /** Asks the cache for an address. */
  visit: (path?: string, headers?: Record<string, string>) => Promise<Visit>
}

/** Playwright's `test` with a cache in front of an origin of a few lines. */
export const test = base.extend<Fixtures, { cache: CacheName }>({
  cache: ['nginx', { option: true, scope: 'worker' }],
  origin: async ({ cache }, use) => {
    const origin = await startTinyOrigin(cache)
    await use(origin)
    await origin.end()
  },
  visit: async ({ origin }, use) => {
    await use(async (path = '/', headers = {}) => {
      const answer = await send(origin.url, path, { headers })
      const verdict = answer.headers['x-cache']
      return { status: answer.status, verdict: verdict && String(verdict), text: answer.body }
    })
  },
})

export { expect }
