import { expect, test } from 'vitest'
import { remainingFreshSeconds } from './freshness.ts'

const receivedAt = new Date('2026-11-25T12:00:00Z')
const date = 'Wed, 25 Nov 2026 12:00:00 GMT'
const inOneMinute = 'Wed, 25 Nov 2026 12:01:00 GMT'

const rows: [headers: Record<string, string | string[]>, seconds: number][] = [
  [{ 'cache-control': 'max-age=60' }, 60],
  [{ 'cache-control': 'max-age=60, s-maxage=10' }, 10],
  [{ 'cache-control': 'max-age=60', age: '20' }, 40],
  [{ 'cache-control': 'max-age=60', age: '90' }, 0],
  [{ 'cache-control': 'max-age=60', age: '1, 2' }, 0],
  [{ 'cache-control': 'max-age=60', age: ['1', '1'] }, 0],
  [{ 'cache-control': 'max-age=60', age: '-1' }, 0],
  [{ 'cache-control': 'max-age=60', date: 'Wed, 25 Nov 2026 11:59:30 GMT' }, 30],
  [{ 'cache-control': 'max-age=60, no-cache' }, 0],
  [{ 'cache-control': 'max-age=60, private' }, 0],
  [{ 'cache-control': 'max-age=60 public' }, 0],
  [{ expires: inOneMinute, date }, 60],
  [{ expires: inOneMinute }, 60],
  [{ expires: inOneMinute, date, 'cache-control': 'max-age=5' }, 5],
  [{ expires: '9999', date }, 0],
  [{ expires: [inOneMinute, inOneMinute], date }, 0],
  [{ expires: inOneMinute, date: 'now' }, 0],
  [{ 'last-modified': 'Wed, 25 Nov 2020 12:00:00 GMT', date }, 0],
  [{}, 0],
]

test.each(rows)('returns for %j a freshness of %i seconds', (headers, seconds) => {
  expect(remainingFreshSeconds(headers, { receivedAt })).toBe(seconds)
})

test('uses only the targeted field if it is on the target list', () => {
  const headers = { 'cache-control': 'max-age=5', 'cdn-cache-control': 'max-age=60' }
  const targets = ['CDN-Cache-Control']
  expect(remainingFreshSeconds(headers)).toBe(5)
  expect(remainingFreshSeconds(headers, { targets })).toBe(60)
  expect(
    remainingFreshSeconds({ expires: inOneMinute, 'cdn-cache-control': 'none' }, { targets }),
  ).toBe(0)
})

test('accepts headers as an object, a Map and pairs', () => {
  const pairs: [string, string][] = [['Cache-Control', 'max-age=60']]
  expect(remainingFreshSeconds(new Map(pairs))).toBe(60)
  expect(remainingFreshSeconds(pairs)).toBe(60)
  expect(
    remainingFreshSeconds({ 'CACHE-CONTROL': ['max-age=60', 'public'], 'content-length': 5 }),
  ).toBe(60)
})
