import type { GitHubCall } from '@repo/github'
import { expect, test } from 'vitest'
import { policyTimings, requestTimings, type Timing } from '#server/server-timing.ts'
import { parseServerTiming } from './request-trace.ts'

const rendered = new Date('2026-06-01T12:00:00Z')

test('parses what the server did for a page', () => {
  const calls: GitHubCall[] = [
    {
      path: '/repos/acme/rocket',
      status: 200,
      startedAt: 5000,
      durationMs: 12,
      cacheStatus: 'hit',
      sample: true,
    },
    {
      path: '/search?q=a b',
      status: 403,
      startedAt: 5007,
      durationMs: 3,
      errorKind: 'rate-limited',
      sample: true,
    },
    {
      path: '/users/acme',
      startedAt: 5000,
      durationMs: 4000,
      errorKind: 'unreachable',
      sample: false,
    },
  ]
  const sent = {
    cacheControl: 'public, s-maxage=60',
    cdnCacheControl: 'max-age=60',
    pagePolicy: 'public, s-maxage=600',
  }
  expect(parseServerTiming(requestTimings(calls, sent, rendered))).toEqual({
    calls: [
      { path: '/repos/acme/rocket', status: '200', result: 'hit', startMs: 0, durationMs: 12 },
      { path: '/search?q=a b', status: '403', result: 'rate-limited', startMs: 7, durationMs: 3 },
      {
        path: '/users/acme',
        status: 'no response',
        result: 'unreachable',
        startMs: 0,
        durationMs: 4000,
      },
    ],
    policy: 'Public: fresh for 1 min',
    cacheControl: 'public, s-maxage=60',
    cdnCacheControl: 'max-age=60',
    pagePolicy: 'public, s-maxage=600',
    runtime: undefined,
    rendered: '2026-06-01T12:00:00.000Z',
    cache: undefined,
  })
})

test('parses the cache status that a shared cache adds', () => {
  const cache: Timing = { name: 'x-cache', duration: 0, description: 'HIT' }
  const trace = parseServerTiming([...requestTimings([], { cacheControl: '' }, rendered), cache])
  expect(trace?.cache).toBe('HIT')
})

test('parses the policy of a static page', () => {
  expect(parseServerTiming(policyTimings({ cacheControl: 'public, s-maxage=60' }))).toEqual({
    calls: [],
    policy: 'Public: fresh for 1 min',
    cacheControl: 'public, s-maxage=60',
    cdnCacheControl: undefined,
    pagePolicy: undefined,
    runtime: undefined,
    rendered: undefined,
    cache: undefined,
  })
})

test('returns undefined without metrics of the page', () => {
  expect(parseServerTiming([])).toBeUndefined()
  expect(parseServerTiming([{ name: 'x-cache', duration: 0, description: 'HIT' }])).toBeUndefined()
})
