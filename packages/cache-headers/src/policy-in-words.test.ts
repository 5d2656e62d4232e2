import { expect, test } from 'vitest'
import { cacheHeaders } from './cache-headers.ts'
import { describePolicy } from './policy-in-words.ts'

test('says how long a public page is fresh, and how long stale after that', () => {
  const headers = cacheHeaders({ scope: 'public', sMaxAge: 60, staleWhileRevalidate: 3600 })
  expect(describePolicy(headers['Cache-Control'])).toBe(
    'public: fresh 1 min, then stale for 1 h while it is renewed',
  )
})

test('says nothing of stale answers where there are none', () => {
  const headers = cacheHeaders({ scope: 'public', sMaxAge: 5, staleWhileRevalidate: 0 })
  expect(describePolicy(headers['Cache-Control'])).toBe('public: fresh 5 s')
})

test('says that a personal page is kept by nobody', () => {
  expect(describePolicy('private, no-store')).toBe('kept by nobody')
  expect(describePolicy('')).toBe('kept by nobody')
})

test('reads values of others as the RFC has them', () => {
  expect(describePolicy('Public,max-age="3600"')).toBe('public: fresh 1 h')
  expect(describePolicy('public, max-age=0, s-maxage=5460')).toBe('public: fresh 1 h 31 min')
  expect(describePolicy('public, no-store, max-age=60')).toBe('kept by nobody')
  expect(describePolicy('public max-age=60')).toBe('kept by nobody')
})
