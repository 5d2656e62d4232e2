import { defineConfig, devices } from '@playwright/test'
import { findProgram } from '../scripts/programs.ts'
import { findBrowser } from './support/browser.ts'
import { type CacheName, cachePrograms, hasThrottleModule } from './support/caches.ts'
import { appUrl, devUrl, servers } from './support/servers.ts'

const executablePath = findBrowser()
// Without a program its tests are skipped, and prepare.ts prints that; CI has all programs.
const isInstalled = (program: string) => !!process.env.CI || findProgram(program) !== undefined
const caches: { cache: CacheName; testMatch: string[] }[] = [
  {
    cache: 'nginx',
    testMatch: [
      'behind-caches/*.spec.ts',
      'plain-nginx.spec.ts',
      'nginx.spec.ts',
      'client-limits.spec.ts',
    ],
  },
  { cache: 'varnish', testMatch: ['behind-caches/*.spec.ts', 'varnish.spec.ts'] },
]
const limits = {
  name: 'varnish-with-limits',
  testMatch: 'client-limits.spec.ts',
  use: { cache: 'varnish-with-limits' },
} as const
const testsOfOtherProjects = [
  'development.spec.ts',
  'redis.spec.ts',
  'systemd.spec.ts',
  ...caches.flatMap((c) => c.testMatch),
]

export default defineConfig<object, { cache: CacheName }>({
  testDir: 'tests',
  fullyParallel: true,
  forbidOnly: !!process.env.CI,
  // More than two cores can run, because many tests wait for a lifetime or a deadline.
  workers: 3,
  // Long enough for a busy machine; a test that passes does not wait.
  timeout: 90_000,
  expect: { timeout: 20_000 },
  // CI repeats a failed test once, and reports it as flaky by name if it passes then.
  retries: process.env.CI ? 1 : 0,
  reporter: process.env.CI ? [['list'], ['html', { open: 'never' }]] : 'list',
  use: {
    ...devices['Desktop Chrome'],
    // Chromium's sandbox does not work for root.
    launchOptions: { ...(executablePath && { executablePath }), chromiumSandbox: false },
    // A trace costs a tenth of the time: locally, `--trace on` records it.
    trace: process.env.CI ? 'retain-on-failure' : 'off',
  },
  projects: [
    {
      name: 'production',
      testIgnore: testsOfOtherProjects,
      use: { baseURL: appUrl },
    },
    ...caches
      .filter(({ cache }) => isInstalled(cachePrograms[cache]))
      .map(({ cache, testMatch }) => ({ name: cache, testMatch, use: { cache } })),
    ...(hasThrottleModule() ? [limits] : []),
    ...(isInstalled('redis-server') ? [{ name: 'redis', testMatch: 'redis.spec.ts' }] : []),
    ...(isInstalled('systemd-analyze') ? [{ name: 'systemd', testMatch: 'systemd.spec.ts' }] : []),
    { name: 'development', testMatch: 'development.spec.ts', use: { baseURL: devUrl } },
  ],
  webServer: servers,
})
