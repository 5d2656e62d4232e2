import { test as base, expect } from '@playwright/test'
import type { CacheName } from './caches.ts'
import { send } from './send.ts'
import { startTestOrigin, type TestOrigin } from './test-origin.ts'

/** What a visitor sees of a response, and its `X-Cache`. */
type Visit = { status: number; cacheStatus: string | undefined; text: string }

type Fixtures = {
  /** Whether the test sends more requests than the cache allows a client. */
  isUnlimited: boolean
  /** An origin of this test, behind the cache. */
  origin: TestOrigin
  /** Requests a path from the cache. */
  visit: (path?: string, headers?: Record<string, string>) => Promise<Visit>
}

/** Playwright's `test` with a cache in front of a small origin. */
export const test = base.extend<Fixtures, { cache: CacheName }>({
  cache: ['nginx', { option: true, scope: 'worker' }],
  isUnlimited: [false, { option: true }],
  origin: async ({ cache, isUnlimited }, use) => {
    const origin = await startTestOrigin(cache, { isUnlimited })
    await use(origin)
    await origin.end()
  },
  visit: async ({ origin }, use) => {
    await use(async (path = '/', headers = {}) => {
      const response = await send(origin.url, path, { headers })
      const cacheStatus = response.headers['x-cache']
      return {
        status: response.status,
        cacheStatus: cacheStatus && String(cacheStatus),
        text: response.body,
      }
    })
  },
})

export { expect }
