import { expect, test } from 'vitest'
import { describeShortening } from './shortening.ts'

function traceOf(...results: string[]) {
  return {
    pagePolicy: 'public, max-age=0, must-revalidate, s-maxage=60, stale-while-revalidate=600',
    cacheControl: 'public, max-age=0, must-revalidate, s-maxage=5',
    calls: results.map((result, index) => ({
      path: `/${index}`,
      status: '200',
      result,
      startMs: 0,
      durationMs: 1,
    })),
  }
}

test('names the calls that shortened the lifetime', () => {
  expect(describeShortening(traceOf('hit', 'stale', 'not-found', 'unreachable', 'forbidden'))).toBe(
    '5 s instead of 60 s: /1 is stale, /3 failed.',
  )
})

test('has a reason without the call in the list', () => {
  expect(describeShortening(traceOf('hit'))).toBe(
    '5 s instead of 60 s: some data is stale or missing.',
  )
})
