import { afterEach, expect, test, vi } from 'vitest'
import { currentRuntime, type EdgeApi, type EdgePage, type NodePage } from './index.ts'

afterEach(() => {
  vi.unstubAllEnvs()
  vi.unstubAllGlobals()
})

test('returns the runtime that Next names', () => {
  vi.stubEnv('NEXT_RUNTIME', 'nodejs')
  expect(currentRuntime()).toBe('nodejs')

  vi.stubEnv('NEXT_RUNTIME', 'edge')
  expect(currentRuntime()).toBe('edge')
})

test('returns undefined in a browser and outside Next', () => {
  expect(currentRuntime()).toBeUndefined()

  // The value that Next inlines into the browser's code.
  vi.stubEnv('NEXT_RUNTIME', '')
  expect(currentRuntime()).toBeUndefined()

  vi.stubGlobal('process', undefined)
  expect(currentRuntime()).toBeUndefined()
})

// The compiler checks these: an unused @ts-expect-error is an error itself.
test('accepts the configs that Next supports, and rejects those it rejects or ignores', () => {
  const valid = [
    { runtime: 'nodejs', maxDuration: 10 } satisfies NodePage,
    { runtime: 'nodejs' } satisfies NodePage,
    { runtime: 'experimental-edge' } satisfies EdgePage,
    { runtime: 'edge' } satisfies EdgeApi,
  ]
  const invalid = [
    // @ts-expect-error next build rejects it on a page
    { runtime: 'edge' } satisfies EdgePage,
    // @ts-expect-error next build rejects it on a page
    { runtime: 'edge' } satisfies NodePage,
    // @ts-expect-error an edge function has no maxDuration
    { runtime: 'experimental-edge', maxDuration: 10 } satisfies EdgePage,
    // @ts-expect-error regions has no effect
    { runtime: 'nodejs', regions: ['fra1'] } satisfies NodePage,
    // @ts-expect-error Next ignores unknown keys
    { runtime: 'nodejs', maxduration: 10 } satisfies NodePage,
    // @ts-expect-error maxDuration is a number of seconds
    { runtime: 'nodejs', maxDuration: '10s' } satisfies NodePage,
    // @ts-expect-error the runtime is missing
    { maxDuration: 10 } satisfies NodePage,
  ]

  expect([valid.length, invalid.length]).toEqual([4, 7])
})
