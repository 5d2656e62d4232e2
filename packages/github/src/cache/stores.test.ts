import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, onTestFinished, test, vi } from 'vitest'
import { createTestStores, freePort } from '../test-support/redis.ts'
import { CLOCK_TOLERANCE_MS } from './memory-level.ts'
import { createStores, MAX_RECORDED_KEYS } from './stores.ts'

setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')

test('returns any JSON value as it was set', async () => {
  const { shared } = createTestStores()
  const values = [null, false, 0, '', 'ünïcödé 🦀', [1, [2]], { a: { b: null } }, { value: 1 }]
  for (const [index, value] of values.entries()) await shared.set(`key ${index}`, value, 60)

  for (const [index, value] of values.entries()) {
    expect(await shared.get(`key ${index}`)).toEqual(value)
  }
})

test('returns undefined for a key that was never set, was deleted or has expired', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  onTestFinished(() => void vi.useRealTimers())
  const { shared } = createTestStores()
  await shared.set('deleted', 1, 60)
  await shared.delete('deleted')
  await shared.set('ends at once', 1, 60)
  await shared.set('ends at once', 2, 0)
  await shared.set('ends soon', 1, 0.05)
  vi.advanceTimersByTime(49)

  expect(await shared.get('never set')).toBeUndefined()
  expect(await shared.get('deleted')).toBeUndefined()
  expect(await shared.get('ends at once')).toBeUndefined()
  expect(await shared.get('ends soon')).toBe(1)
  vi.advanceTimersByTime(1)
  expect(await shared.get('ends soon')).toBeUndefined()
})

test('returns the same frozen copy each time', async () => {
  const { shared } = createTestStores()
  const value = { stars: [1] }
  const stored = await shared.set('key', value, 60)
  value.stars.push(2)

  expect(stored).toEqual({ stars: [1] })
  expect(await shared.get('key')).toBe(stored)
  expect(() => stored.stars.push(2)).toThrow(TypeError)
  expect(() => Object.assign(stored, { stars: [] })).toThrow(TypeError)
})

test('treats a value from before the clock was set back as a miss', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  onTestFinished(() => void vi.useRealTimers())
  const { shared } = createTestStores()
  await shared.set('key', 1, 60)

  vi.setSystemTime(Date.now() - CLOCK_TOLERANCE_MS)
  expect(await shared.get('key')).toBe(1)
  vi.setSystemTime(Date.now() - 1)
  expect(await shared.get('key')).toBeUndefined()
})

test('separates the two stores', async () => {
  const { shared, viewer } = createTestStores()
  await viewer.set('key', 'of a viewer', 60)

  expect(await shared.get('key')).toBeUndefined()
  expect(await viewer.get('key')).toBe('of a viewer')
})

test('limits viewers’ data to an additional quarter of the bytes', () => {
  const { shared, viewer } = createTestStores({ maxBytes: 1000 })

  expect(shared.stats()).toEqual({ entries: 0, bytes: 0, maxBytes: 1000 })
  expect(viewer.stats()).toEqual({ entries: 0, bytes: 0, maxBytes: 250 })
})

test('does not store an entry larger than the bound, and keeps the others', async () => {
  const { shared } = createTestStores({ maxBytes: 10_000 })
  await shared.set('small', 1, 60)
  await shared.set('large', 1, 60)
  await shared.set('large', 'x'.repeat(10_000), 60)

  expect(await shared.get('large')).toBeUndefined()
  expect(await shared.get('small')).toBe(1)
  expect(shared.stats().entries).toBe(1)
})

test('reports a value that JSON cannot represent, and does not throw', async () => {
  const errors: Error[] = []
  const { shared } = createTestStores({ onError: (error) => errors.push(error) })
  await shared.set('key', 1n, 60)

  expect(await shared.get('key')).toBeUndefined()
  expect(errors).toMatchObject([{ message: 'Do not know how to serialize a BigInt' }])
})

test('stays within its bytes over 100,000 operations', async () => {
  const maxBytes = 16 * 1024 * 1024
  const { shared } = createTestStores({ maxBytes })
  const commits = Array.from({ length: 200 }, (_, sha) => ({
    sha,
    message: 'Fix the build'.repeat(6),
  }))
  let largest = 0

  async function work(operations: number): Promise<void> {
    for (let count = 0; count < operations; count++) {
      const key = `repo ${(count * 7919) % 10_000}`
      if (count % 3) await shared.get(key)
      else await shared.set(key, commits.slice(0, 10 + (count % 180)), 600)
      largest = Math.max(largest, shared.stats().bytes)
    }
  }
  await work(20_000)
  const heapBefore = usedHeap()
  await work(80_000)

  expect(largest).toBeGreaterThan(maxBytes * 0.99)
  expect(largest).toBeLessThanOrEqual(maxBytes)
  expect(usedHeap() - heapBefore).toBeLessThan(maxBytes / 4)
})

test.each([
  'not a URL with s3cret',
  'redis//:s3cret@host',
  'http://ann:s3cret@host',
  'redis:s3cret@host',
  'redis://ann:s3cret@host:99999',
  'redis://ann:s3cret%@host',
  'redis://:s3cret@host/database',
])('rejects the URL %s without repeating it', (redisUrl) => {
  expect(() => createStores({ redisUrl })).toThrow(
    /^The URL of Redis must look like redis:\/\/host:6379\/0 or rediss:\/\/user:password@host$/,
  )
})

test('stores in memory if nothing listens at the URL, and reports it once', async () => {
  const errors: Error[] = []
  const redisUrl = `redis://ann:s3cret@127.0.0.1:${await freePort()}`
  const { shared } = createTestStores({ redisUrl, onError: (error) => errors.push(error) })
  await shared.set('stored', 1, 60)

  expect(await shared.get('not stored')).toBeUndefined()
  expect(await shared.get('stored')).toBe(1)
  await expect.poll(() => errors.length).toBe(1)
  expect(errors[0]?.message).toMatch(/^Redis: connect ECONNREFUSED 127\.0\.0\.1:\d+$/)
})

function usedHeap(): number {
  collectGarbage()
  return process.memoryUsage().heapUsed
}

test('remembers recorded keys up to a limit, and forgets the oldest one first', async () => {
  const { recordOnce } = createTestStores()
  for (let key = 0; key < MAX_RECORDED_KEYS; key++) await recordOnce([`${key}`], 60)
  expect(await recordOnce(['0', 'new'], 60)).toBe(false)
  expect(await recordOnce(['new'], 60)).toBe(true)
  expect(await recordOnce(['0'], 60)).toBe(true)
})

test('an announcement is news, even if another instance with a clock ahead was before it', async () => {
  const { announcements } = createTestStores()
  const times: number[] = []
  announcements.listen((_tag, time) => times.push(time))
  const now = Date.now()
  vi.useFakeTimers({ toFake: ['Date'], now: now + 400 })
  onTestFinished(() => void vi.useRealTimers())
  await announcements.announce(['repo:42'])
  vi.setSystemTime(now)
  await announcements.announce(['repo:42'])
  expect(times).toEqual([now + 400, now + 401])
})
