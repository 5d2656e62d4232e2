import { defineConfig } from '@playwright/test'
import config from './playwright.config.ts'
import { sampleServer } from './support/servers.ts'

/** Tests the folder that `pnpm standalone:check` builds and sets in `E2E_STANDALONE`. */
export default defineConfig({
  ...config,
  testDir: 'standalone',
  projects: [{ name: 'standalone' }],
  webServer: sampleServer(),
})
