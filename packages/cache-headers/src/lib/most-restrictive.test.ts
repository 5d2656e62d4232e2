import { expect, test } from 'vitest'
import { formatCacheControl, parseCacheControl } from './cache-control.ts'
import { mostRestrictive } from './most-restrictive.ts'

const shared = 'public, max-age=0, must-revalidate, s-maxage=60, stale-while-revalidate=600'

const pairs: [a: string, b: string, combined: string][] = [
  [shared, shared, shared],
  [
    shared,
    'private, no-store',
    'private, no-store, max-age=0, must-revalidate, s-maxage=0, stale-while-revalidate=0',
  ],
  ['public, max-age=60', 'private, max-age=600', 'private, max-age=60'],
  ['public, s-maxage=60', 'public, s-maxage=10', 'public, s-maxage=10'],
  // The value without s-maxage counts with its max-age.
  ['public, max-age=3600, s-maxage=0', 'public, max-age=60', 'public, max-age=60, s-maxage=0'],
  // A lifetime that only one value states becomes 0.
  ['public, max-age=60', 'public', 'public, max-age=0'],
  [
    'public, s-maxage=60, stale-while-revalidate=600',
    'public, s-maxage=60',
    'public, s-maxage=60, stale-while-revalidate=0',
  ],
  ['max-age=60, immutable', 'max-age=60', 'max-age=60'],
  // Only one value allows storing responses to Authorization.
  ['max-age=60', 's-maxage=60', 'private, max-age=0, s-maxage=60'],
  ['max-age=60', 'max-age=60, must-revalidate', 'private, max-age=60, must-revalidate'],
  // must-understand would weaken no-store.
  ['no-store', 'must-understand, max-age=60', 'no-store, max-age=0'],
  ['no-store, must-understand', 'must-understand', 'no-store, must-understand'],
  ['community=UCI', 'foo="a b"', 'community=UCI, foo="a b"'],
  ['', '', ''],
]

test.each(pairs)('combines "%s" and "%s" into "%s"', (a, b, combined) => {
  expect(formatCacheControl(mostRestrictive(parseCacheControl(a), parseCacheControl(b)))).toBe(
    combined,
  )
})
