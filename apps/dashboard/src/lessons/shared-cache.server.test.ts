import { expect, test } from 'vitest'
import { detectSharedCache } from './shared-cache.server.ts'

test.each([
  [{}, null],
  [{ via: '1.1 nginx' }, 'nginx'],
  [{ via: '1.1 front, 1.1 varnish (Varnish/7.1)' }, 'Varnish'],
  [{ via: '1.1 <script>' }, 'a proxy'],
  [{ 'x-vercel-id': 'fra1::abc' }, 'Vercel'],
  [{ via: '1.1 cloudflare', 'x-vercel-id': 'fra1::abc' }, 'Cloudflare'],
])('recognizes the cache behind %o as %s', (headers, expected) => {
  expect(detectSharedCache(headers)).toBe(expected)
})
