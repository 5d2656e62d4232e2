import type { GitHubCall } from '@repo/github'
import { expect, test } from 'vitest'
import { policyTimings, requestTimings, type Timing } from '#server/server-timing.ts'
import { parseServerTiming } from './request-trace.ts'

const rendered = new Date('2026-06-01T12:00:00Z')

test('reads what the server says of a page', () => {
  const calls: GitHubCall[] = [
    { path: '/repos/acme/rocket', status: 200, durationMs: 12, cacheStatus: 'hit', sample: true },
    { path: '/search?q=a b', status: 403, durationMs: 3, errorKind: 'rate-limited', sample: true },
    { path: '/users/acme', durationMs: 4000, errorKind: 'unreachable', sample: false },
  ]
  const sent = { cacheControl: 'public, s-maxage=60', cdnCacheControl: 'max-age=60' }
  expect(parseServerTiming(requestTimings(calls, sent, rendered))).toEqual({
    calls: [
      { path: '/repos/acme/rocket', status: '200', verdict: 'hit', milliseconds: 12 },
      { path: '/search?q=a b', status: '403', verdict: 'rate-limited', milliseconds: 3 },
      { path: '/users/acme', status: 'no response', verdict: 'unreachable', milliseconds: 4000 },
    ],
    policy: 'Public: fresh for 1 min',
    cacheControl: 'public, s-maxage=60',
    cdnCacheControl: 'max-age=60',
    runtime: undefined,
    rendered: '2026-06-01T12:00:00.000Z',
    cache: undefined,
  })
})

test('reads what a cache in front adds', () => {
  const cache: Timing = { name: 'x-cache', duration: 0, description: 'HIT' }
  const told = parseServerTiming([...requestTimings([], { cacheControl: '' }, rendered), cache])
  expect(told?.cache).toBe('HIT')
})

test('reads what is said of a page that is made ahead of time', () => {
  expect(parseServerTiming(policyTimings({ cacheControl: 'public, s-maxage=60' }))).toEqual({
    calls: [],
    policy: 'Public: fresh for 1 min',
    cacheControl: 'public, s-maxage=60',
    cdnCacheControl: undefined,
    runtime: undefined,
    rendered: undefined,
    cache: undefined,
  })
})

test('an answer that says nothing of the page tells nothing', () => {
  expect(parseServerTiming([])).toBeUndefined()
  expect(parseServerTiming([{ name: 'x-cache', duration: 0, description: 'HIT' }])).toBeUndefined()
})
