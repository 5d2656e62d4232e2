import { defineConfig } from 'vitest/config'

// Every test makes a sample of its own, so the files can share a process: no start-up for each.
export default defineConfig({ test: { isolate: false, testTimeout: 20_000 } })
