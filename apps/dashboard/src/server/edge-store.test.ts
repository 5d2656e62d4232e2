import { expect, test } from 'vitest'
import { createEdgeStore } from './edge-store.ts'

test('returns a value until its lifetime ends', async () => {
  let now = 0
  const store = createEdgeStore(1000, () => now)
  await store.set('a', { stars: 1 }, 60)

  now = 59_999
  expect(await store.get('a')).toEqual({ stars: 1 })
  now = 60_000
  expect(await store.get('a')).toBeUndefined()
  expect(store.stats()).toEqual({ entries: 0, bytes: 0, maxBytes: 1000 })
})

test('evicts the oldest entries when it is full', async () => {
  const store = createEdgeStore(30)
  await store.set('a', 'xxx', 60)
  await store.set('b', 'xxx', 60)
  await store.set('c', 'xxx', 60)

  expect(await store.get('a')).toBeUndefined()
  expect(await store.get('b')).toBe('xxx')
  expect(await store.get('c')).toBe('xxx')
  expect(store.stats()).toEqual({ entries: 2, bytes: 24, maxBytes: 30 })
})

test('holds one value per key, and none after its deletion', async () => {
  const store = createEdgeStore()
  await store.set('a', 'old', 60)
  await store.set('a', 'new', 60)
  expect(await store.get('a')).toBe('new')
  expect(store.stats()).toEqual({ entries: 1, bytes: 12, maxBytes: 1_000_000 })

  await store.delete('a')
  expect(await store.get('a')).toBeUndefined()
  expect(store.stats().bytes).toBe(0)
})

test('deletes entries with a tag, and stores none while the tag is closed', async () => {
  let now = 0
  const store = createEdgeStore(1000, () => now)
  await store.set('a', 1, 60, ['acme/rocket', 'acme'])
  await store.set('b', 2, 60, ['acme/moon'])
  await store.deleteTagged(['acme/rocket'], 30)
  await store.set('a', 3, 60, ['acme/rocket'])
  expect(await store.get('a')).toBeUndefined()
  expect(await store.get('b')).toBe(2)

  now = 30_000
  await store.set('a', 4, 60, ['acme/rocket'])
  expect(await store.get('a')).toBe(4)
})
