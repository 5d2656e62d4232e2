import { defineConfig, devices } from '@playwright/test'
import { findBrowser } from './support/browser.ts'
import { type CacheName, cachePrograms } from './support/caches.ts'
import { programPath } from './support/programs.ts'
import { builtUrl, developedUrl, servers } from './support/servers.ts'

const executablePath = findBrowser()
// Where a program is not installed, prepare.ts says so and the run goes on without; CI has them all.
const isThere = (program: string) => !!process.env.CI || programPath(program) !== undefined
const caches: CacheName[] = ['nginx', 'varnish']

export default defineConfig<object, { cache: CacheName }>({
  testDir: 'tests',
  fullyParallel: true,
  forbidOnly: !!process.env.CI,
  workers: 2,
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
      testIgnore: ['development.spec.ts', 'redis.spec.ts', 'behind-caches/*'],
      use: { baseURL: builtUrl },
    },
    ...caches
      .filter((cache) => isThere(cachePrograms[cache]))
      .map((cache) => ({ name: cache, testMatch: 'behind-caches/*.spec.ts', use: { cache } })),
    ...(isThere('redis-server') ? [{ name: 'redis', testMatch: 'redis.spec.ts' }] : []),
    { name: 'development', testMatch: 'development.spec.ts', use: { baseURL: developedUrl } },
  ],
  webServer: servers,
})
