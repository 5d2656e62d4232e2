import { expect, test } from 'vitest'
import { formatCacheControl, parseCacheControl } from './cache-control.ts'
import { mostRestrictive } from './stricter.ts'

const shared = 'public, max-age=0, must-revalidate, s-maxage=60, stale-while-revalidate=600'

const pairs: [a: string, b: string, both: string][] = [
  [shared, shared, shared],
  [
    shared,
    'private, no-store',
    'private, no-store, max-age=0, must-revalidate, s-maxage=0, stale-while-revalidate=0',
  ],
  ['public, max-age=60', 'private, max-age=600', 'private, max-age=60'],
  ['public, s-maxage=60', 'public, s-maxage=10', 'public, s-maxage=10'],
  // s-maxage stands for max-age where only one of them has it.
  ['public, max-age=3600, s-maxage=0', 'public, max-age=60', 'public, max-age=60, s-maxage=0'],
  // What only one grants is granted by neither.
  ['public, max-age=60', 'public', 'public, max-age=0'],
  [
    'public, s-maxage=60, stale-while-revalidate=600',
    'public, s-maxage=60',
    'public, s-maxage=60, stale-while-revalidate=0',
  ],
  ['max-age=60, immutable', 'max-age=60', 'max-age=60'],
  // Without s-maxage or must-revalidate, answers to an Authorization header are not shared.
  ['max-age=60', 's-maxage=60', 'private, max-age=0, s-maxage=60'],
  ['max-age=60', 'max-age=60, must-revalidate', 'private, max-age=60, must-revalidate'],
  // Beside must-understand, no-store may be passed over.
  ['no-store', 'must-understand, max-age=60', 'no-store, max-age=0'],
  ['no-store, must-understand', 'must-understand', 'no-store, must-understand'],
  ['community=UCI', 'foo="a b"', 'community=UCI, foo="a b"'],
  ['', '', ''],
]

test.each(pairs)('of "%s" and "%s" makes "%s"', (a, b, both) => {
  expect(formatCacheControl(mostRestrictive(parseCacheControl(a), parseCacheControl(b)))).toBe(both)
})
