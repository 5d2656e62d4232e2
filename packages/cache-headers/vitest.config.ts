import { defineConfig } from 'vitest/config'

// Some tests try thousands of inputs, beside the tests of the other packages.
export default defineConfig({ test: { testTimeout: 30_000 } })
