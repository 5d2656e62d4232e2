import { defineConfig, devices } from '@playwright/test'
import { programPath } from '../scripts/programs.ts'
import { findBrowser } from './support/browser.ts'
import { type CacheName, cachePrograms } from './support/caches.ts'
import { builtUrl, developedUrl, servers } from './support/servers.ts'

const executablePath = findBrowser()
// Where a program is not installed, prepare.ts says so and the run goes on without; CI has them all.
const isThere = (program: string) => !!process.env.CI || programPath(program) !== undefined
const caches: { cache: CacheName; testMatch: string[] }[] = [
  { cache: 'nginx', testMatch: ['behind-caches/*.spec.ts', 'plain-nginx.spec.ts'] },
  { cache: 'varnish', testMatch: ['behind-caches/*.spec.ts'] },
]
const ofTheirOwn = ['development.spec.ts', 'redis.spec.ts', ...caches.flatMap((c) => c.testMatch)]

export default defineConfig<object, { cache: CacheName }>({
  testDir: 'tests',
  fullyParallel: true,
  forbidOnly: !!process.env.CI,
  workers: 2,
  // What passes only when it is tried again is listed as flaky.
  retries: process.env.CI ? 2 : 0,
  reporter: process.env.CI ? [['list'], ['html', { open: 'never' }]] : 'list',
  use: {
    ...devices['Desktop Chrome'],
    // Chromium refuses its own sandbox to root.
    launchOptions: { ...(executablePath && { executablePath }), chromiumSandbox: false },
    trace: 'retain-on-failure',
  },
  projects: [
    {
      name: 'production',
      testIgnore: ofTheirOwn,
      use: { baseURL: builtUrl },
    },
    ...caches
      .filter(({ cache }) => isThere(cachePrograms[cache]))
      .map(({ cache, testMatch }) => ({ name: cache, testMatch, use: { cache } })),
    ...(isThere('redis-server') ? [{ name: 'redis', testMatch: 'redis.spec.ts' }] : []),
    { name: 'development', testMatch: 'development.spec.ts', use: { baseURL: developedUrl } },
  ],
  webServer: servers,
})
