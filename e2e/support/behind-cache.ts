import type { CacheName } from './caches.ts'
import { type Front, startFront } from './front.ts'
import { test as base, expect } from './test.ts'

/** Playwright's `test` behind a cache: addresses without a host go through it. */
export const test = base.extend<object, { cache: CacheName; front: Front }>({
  cache: ['nginx', { option: true, scope: 'worker' }],
  front: [
    async ({ cache }, use) => {
      const front = await startFront(cache)
      await use(front)
      await front.end()
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  baseURL: ({ front }, use) => use(front.url),
})

export { expect }
