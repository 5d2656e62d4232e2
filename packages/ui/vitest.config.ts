import { defineConfig } from 'vitest/config'

// A process for each test file would take longer than the tests.
export default defineConfig({ test: { isolate: false, unstubEnvs: true, unstubGlobals: true } })
