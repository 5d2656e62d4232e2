import { defineConfig } from 'vitest/config'

// Some tests try thousands of inputs while the tests of other packages run.
export default defineConfig({ test: { testTimeout: 30_000 } })
