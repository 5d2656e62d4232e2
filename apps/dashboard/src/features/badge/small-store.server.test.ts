import { expect, test } from 'vitest'
import { createSmallStore } from './small-store.server.ts'

test('keeps a value for as long as it is told to', async () => {
  let now = 0
  const store = createSmallStore(1000, () => now)
  await store.set('a', { stars: 1 }, 60)

  now = 59_999
  expect(await store.get('a')).toEqual({ stars: 1 })
  now = 60_000
  expect(await store.get('a')).toBeUndefined()
  expect(store.stats()).toEqual({ entries: 0, bytes: 0, maxBytes: 1000 })
})

test('forgets the oldest where there is no room for all', async () => {
  const store = createSmallStore(30)
  await store.set('a', 'xxx', 60)
  await store.set('b', 'xxx', 60)
  await store.set('c', 'xxx', 60)

  expect(await store.get('a')).toBeUndefined()
  expect(await store.get('b')).toBe('xxx')
  expect(await store.get('c')).toBe('xxx')
  expect(store.stats()).toEqual({ entries: 2, bytes: 24, maxBytes: 30 })
})

test('keeps one value under a key, and none once it is deleted', async () => {
  const store = createSmallStore()
  await store.set('a', 'old', 60)
  await store.set('a', 'new', 60)
  expect(await store.get('a')).toBe('new')
  expect(store.stats()).toEqual({ entries: 1, bytes: 12, maxBytes: 1_000_000 })

  await store.delete('a')
  expect(await store.get('a')).toBeUndefined()
  expect(store.stats().bytes).toBe(0)
})
