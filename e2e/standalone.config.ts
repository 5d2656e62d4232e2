import { defineConfig } from '@playwright/test'
import config from './playwright.config.ts'
import { sampleServer } from './support/servers.ts'

/** For the folder that `STANDALONE=1` builds; `pnpm standalone:check` builds it and names it here. */
export default defineConfig({
  ...config,
  testDir: 'standalone',
  projects: [{ name: 'standalone' }],
  webServer: sampleServer,
})
