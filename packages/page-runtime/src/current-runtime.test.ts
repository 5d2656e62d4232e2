import { afterEach, expect, test, vi } from 'vitest'
import { currentRuntime } from './current-runtime.ts'

afterEach(() => {
  vi.unstubAllEnvs()
  vi.unstubAllGlobals()
})

test('is the runtime that Next names', () => {
  vi.stubEnv('NEXT_RUNTIME', 'nodejs')
  expect(currentRuntime()).toBe('nodejs')

  vi.stubEnv('NEXT_RUNTIME', 'edge')
  expect(currentRuntime()).toBe('edge')
})

test('is unknown in a browser and outside Next', () => {
  expect(currentRuntime()).toBeUndefined()

  // What Next writes into the browser's code.
  vi.stubEnv('NEXT_RUNTIME', '')
  expect(currentRuntime()).toBeUndefined()

  vi.stubGlobal('process', undefined)
  expect(currentRuntime()).toBeUndefined()
})
