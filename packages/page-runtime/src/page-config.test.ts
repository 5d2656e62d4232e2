import { expect, test } from 'vitest'
import type { EdgeApi, EdgePage, NodePage } from './index.ts'

// The compiler tests these: a line that it does not refuse is an error of its own.
test('the types let pass what Next takes, and refuse what it refuses or passes over', () => {
  const right = [
    { runtime: 'nodejs', maxDuration: 10 } satisfies NodePage,
    { runtime: 'nodejs' } satisfies NodePage,
    { runtime: 'experimental-edge' } satisfies EdgePage,
    { runtime: 'edge' } satisfies EdgeApi,
  ]
  const wrong = [
    // @ts-expect-error next build refuses it on a page
    { runtime: 'edge' } satisfies EdgePage,
    // @ts-expect-error and in the other type too
    { runtime: 'edge' } satisfies NodePage,
    // @ts-expect-error an edge function has none
    { runtime: 'experimental-edge', maxDuration: 10 } satisfies EdgePage,
    // @ts-expect-error no effect
    { runtime: 'nodejs', regions: ['fra1'] } satisfies NodePage,
    // @ts-expect-error Next ignores what it does not know
    { runtime: 'nodejs', maxduration: 10 } satisfies NodePage,
    // @ts-expect-error Next takes seconds
    { runtime: 'nodejs', maxDuration: '10s' } satisfies NodePage,
    // @ts-expect-error nothing is asked for
    { maxDuration: 10 } satisfies NodePage,
  ]

  expect([right.length, wrong.length]).toEqual([4, 7])
})
