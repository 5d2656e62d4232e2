import { defineConfig } from '@playwright/test'
import config from './playwright.config.ts'
import { appUrl } from './support/servers.ts'

export default defineConfig({
  ...config,
  testDir: 'pictures',
  projects: [{ name: 'pictures', use: { baseURL: appUrl } }],
})
