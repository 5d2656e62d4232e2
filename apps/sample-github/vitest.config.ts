import { defineConfig } from 'vitest/config'

// Every test creates its own sample, so the test files can share a process.
export default defineConfig({ test: { isolate: false, testTimeout: 20_000 } })
