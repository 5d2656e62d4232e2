import { defineConfig, devices } from '@playwright/test'
import { findBrowser } from './support/browser.ts'
import { builtUrl, developedUrl, servers } from './support/servers.ts'

const executablePath = findBrowser()

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
    { name: 'pictures', testDir: 'pictures', use: { baseURL: builtUrl } },
    { name: 'production', testIgnore: 'development.spec.ts', use: { baseURL: builtUrl } },
    { name: 'development', testMatch: 'development.spec.ts', use: { baseURL: developedUrl } },
  ],
  webServer: servers,
})
