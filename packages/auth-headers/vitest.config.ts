import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // A process for each test file would take longer than the tests.
    isolate: false,
    unstubEnvs: true,
    unstubGlobals: true,
    // Some tests try thousands of inputs while the tests of other packages run.
    testTimeout: 30_000,
  },
})
