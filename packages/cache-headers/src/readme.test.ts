import { explain, mostRestrictive, parseCacheControl, setCacheHeaders } from '@repo/cache-headers'
import { expect, test } from 'vitest'

const sent = new Map<string, string>()
const res = {
  setHeader: (name: string, value: string) => sent.set(name, value),
  removeHeader: (name: string) => sent.delete(name),
}

// Set headers after loading data: they stay on a 404, a redirect and a 500.
setCacheHeaders(res, { scope: 'public', sMaxAge: 60, staleWhileRevalidate: 600 })

// How long will nginx serve it, fresh and stale?
const nginx = explain(sent).find(({ cache }) => cache === 'nginx')

// How may a page that combines two responses be cached?
const combined = mostRestrictive(
  parseCacheControl('public, max-age=60'),
  parseCacheControl('PRIVATE'),
)

test('runs the README example', () => {
  expect(Object.fromEntries(sent)).toEqual({
    'Cache-Control': 'public, max-age=0, must-revalidate, s-maxage=60, stale-while-revalidate=600',
    'CDN-Cache-Control': 'max-age=60, stale-while-revalidate=600',
  })
  expect(nginx?.timeline).toEqual([
    { state: 'fresh', from: 0, to: 60 },
    { state: 'stale-while-revalidate', from: 60, to: 660 },
    { state: 'expired', from: 660, to: null },
  ])
  expect(combined).toEqual({ private: true, 'max-age': 0 })
})
