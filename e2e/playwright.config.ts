import { defineConfig, devices } from '@playwright/test'
import { findBrowser } from './support/browser.ts'
import { programPath } from './support/programs.ts'
import { builtUrl, developedUrl, servers } from './support/servers.ts'

const executablePath = findBrowser()
// Where Redis is not installed, prepare.ts says so and the run goes on without; CI always has it.
const withRedis = !!process.env.CI || programPath('redis-server') !== undefined

export default defineConfig({
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
      testIgnore: ['development.spec.ts', 'redis.spec.ts'],
      use: { baseURL: builtUrl },
    },
    ...(withRedis ? [{ name: 'redis', testMatch: 'redis.spec.ts' }] : []),
    { name: 'development', testMatch: 'development.spec.ts', use: { baseURL: developedUrl } },
  ],
  webServer: servers,
})
