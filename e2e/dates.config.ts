import { defineConfig } from '@playwright/test'
import config from './playwright.config.ts'
import { productionServers } from './support/servers.ts'

/** Runs the tests that depend on dates, which need fewer servers. */
export default defineConfig({
  ...config,
  grep: /@dates/,
  projects: config.projects?.filter(({ name }) => name === 'production') ?? [],
  webServer: productionServers,
})
