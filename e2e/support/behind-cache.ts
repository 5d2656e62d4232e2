import { type AppBehindCache, startAppBehindCache } from './app-behind-cache.ts'
import type { CacheName } from './caches.ts'
import { test as base, expect } from './test.ts'

/** Playwright's `test` behind a cache: relative URLs go through the cache. */
export const test = base.extend<object, { cache: CacheName; site: AppBehindCache }>({
  cache: ['nginx', { option: true, scope: 'worker' }],
  site: [
    async ({ cache }, use) => {
      const site = await startAppBehindCache(cache)
      await use(site)
      await site.end()
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  baseURL: ({ site }, use) => use(site.url),
})

export { expect }
