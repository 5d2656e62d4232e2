import { expect, test } from 'vitest'
import { cacheHeaders } from './cache-headers.ts'
import { policyInWords } from './policy-in-words.ts'

test('says how long a public page is fresh, and how long stale after that', () => {
  const headers = cacheHeaders({ audience: 'everyone', freshFor: 60, staleFor: 3600 })
  expect(policyInWords(headers['Cache-Control'])).toBe(
    'public: fresh 1 min, then stale for 1 h while it is renewed',
  )
})

test('says nothing of stale answers where there are none', () => {
  const headers = cacheHeaders({ audience: 'everyone', freshFor: 5, staleFor: 0 })
  expect(policyInWords(headers['Cache-Control'])).toBe('public: fresh 5 s')
})

test('says that a personal page is kept by nobody', () => {
  expect(policyInWords('private, no-store')).toBe('kept by nobody')
  expect(policyInWords('')).toBe('kept by nobody')
})

test('reads values of others as the RFC has them', () => {
  expect(policyInWords('Public,max-age="3600"')).toBe('public: fresh 1 h')
  expect(policyInWords('public, max-age=0, s-maxage=5460')).toBe('public: fresh 1 h 31 min')
  expect(policyInWords('public, no-store, max-age=60')).toBe('kept by nobody')
  expect(policyInWords('public max-age=60')).toBe('kept by nobody')
})
