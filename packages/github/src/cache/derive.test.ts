import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { createTestStores } from '../test-support/redis.ts'
import { derive } from './derive.ts'

setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')

type Repo = { name: string }

/** A function that counts its calls. */
function counting() {
  const calls: string[] = []
  function describe({ name }: Repo, suffix = '') {
    calls.push(name + suffix)
    return { text: name + suffix }
  }
  return { calls, describe }
}

test('derives a result from stored data once, for each argument', async () => {
  const { shared } = createTestStores()
  const { calls, describe } = counting()
  await shared.set('repo', { data: { name: 'rocket' } }, 60)

  for (let time = 0; time < 3; time++) {
    const stored = await shared.get<{ data: Repo }>('repo')
    const source = stored?.data ?? { name: 'missing' }
    expect(derive(source, describe)).toEqual({ text: 'rocket' })
    expect(derive(source, describe, '!')).toEqual({ text: 'rocket!' })
  }
  expect(calls).toEqual(['rocket', 'rocket!'])
})

test('derives a result once from what was set, and from what is read later', async () => {
  const { shared } = createTestStores()
  const { calls, describe } = counting()
  const { data } = await shared.set('repo', { data: { name: 'rocket' } }, 60)
  derive(data, describe)
  const stored = await shared.get<{ data: Repo }>('repo')

  expect(stored?.data).toBe(data)
  derive(data, describe)
  expect(calls).toEqual(['rocket'])
})

test('keeps the results derived from data that is stored again unchanged', async () => {
  const { shared } = createTestStores()
  const { calls, describe } = counting()
  const first = await shared.set('repo', { data: { name: 'rocket' }, asOf: 1 }, 60)
  derive(first.data, describe)
  const bytes = shared.stats().bytes
  const second = await shared.set('repo', { ...first, asOf: 2 }, 60)
  derive(second.data, describe)

  expect(calls).toEqual(['rocket'])
  expect(await shared.get('repo')).toEqual({ data: { name: 'rocket' }, asOf: 2 })
  expect(shared.stats().bytes).toBe(bytes)
})

test('derives a result from each part of an entry', async () => {
  const { shared } = createTestStores()
  const { describe } = counting()
  const { data } = await shared.set('two', { data: { a: { name: 'a' }, b: { name: 'b' } } }, 60)

  expect(derive(data.a, describe)).toEqual({ text: 'a' })
  expect(derive(data.b, describe)).toEqual({ text: 'b' })
})

test('derives a new result from new data', async () => {
  const { shared } = createTestStores()
  const { describe } = counting()
  const first = await shared.set('repo', { data: { name: 'rocket' } }, 60)
  derive(first.data, describe)
  const second = await shared.set('repo', { data: { name: 'moon' } }, 60)

  expect(derive(second.data, describe)).toEqual({ text: 'moon' })
})

test('derives a result from another result, and from a list in the data', async () => {
  const { shared } = createTestStores()
  const { calls, describe } = counting()
  const toFirst = ([first = { name: 'none' }]: readonly Repo[]) => ({ ...first })
  const { data } = await shared.set('repos', { data: { items: [{ name: 'rocket' }] } }, 60)

  for (let time = 0; time < 3; time++) derive(derive(data.items, toFirst), describe)
  expect(calls).toEqual(['rocket'])
})

test('derives a viewer’s result separately from the public one, even from equal data', async () => {
  const { shared, viewer } = createTestStores()
  const { calls, describe } = counting()
  const fromPublic = await shared.set('repo', { data: { name: 'rocket' } }, 60)
  const fromViewer = await viewer.set('repo', { data: { name: 'rocket' } }, 60)

  expect(derive(fromViewer.data, describe)).not.toBe(derive(fromPublic.data, describe))
  expect(calls).toEqual(['rocket', 'rocket'])
})

test('derives a result on every call from data that is not stored', () => {
  const { calls, describe } = counting()
  const data = { name: 'rocket' }
  derive(data, describe)
  derive(data, describe)

  expect(calls).toEqual(['rocket', 'rocket'])
  expect(derive(null, () => 'none')).toBe('none')
})

test('freezes a result that requests share', async () => {
  const { shared } = createTestStores()
  const { data } = await shared.set('repo', { data: { name: 'rocket' } }, 60)
  const chart = derive(data, ({ name }) => ({ bars: [{ name }] }))

  expect(() => chart.bars.push({ name: 'moon' })).toThrow(TypeError)
  expect(() => Object.assign(chart.bars[0] ?? {}, { name: 'moon' })).toThrow(TypeError)
})

test('does not store an error', async () => {
  const { shared } = createTestStores()
  const { data } = await shared.set('repo', { data: { name: 'rocket' } }, 60)
  let calls = 0
  function failOnce() {
    calls++
    if (calls === 1) throw new RangeError('a bug')
    return calls
  }

  expect(() => derive(data, failOnce)).toThrow('a bug')
  expect(derive(data, failOnce)).toBe(2)
  expect(derive(data, failOnce)).toBe(2)
})

test('stores the last eight results of a value, and counts their bytes', async () => {
  const { shared } = createTestStores()
  const { data } = await shared.set('repo', { data: { name: 'rocket' } }, 60)
  const bytesBefore = shared.stats().bytes
  const repeat = ({ name }: Repo, times: number) => name.repeat(times)

  for (let times = 1000; times < 1100; times++) derive(data, repeat, times)
  const derivedBytes = shared.stats().bytes - bytesBefore
  expect(derivedBytes).toBeGreaterThan(8 * 6 * 1090)
  expect(derivedBytes).toBeLessThan(8 * 6 * 1100 + 1000)
})

test('evicts the entries that were used least when results need their bytes', async () => {
  const { shared } = createTestStores({ maxBytes: 11_000 })
  const repeat = ({ name }: Repo, times: number) => name.repeat(times)
  await shared.set('moon', { data: { name: 'moon' } }, 60)
  const { data } = await shared.set('repo', { data: { name: 'rocket' } }, 60)

  expect(derive(data, repeat, 1500)).toHaveLength(9000)
  expect(await shared.get('moon')).toBeUndefined()
  expect(await shared.get('repo')).toEqual({ data: { name: 'rocket' } })
  expect(shared.stats().bytes).toBeLessThanOrEqual(11_000)

  // Too large for the whole store.
  expect(derive(data, repeat, 3000)).toHaveLength(18_000)
  expect(shared.stats()).toMatchObject({ entries: 0, bytes: 0 })
})

test('counts about the bytes that entries and results take in memory', async () => {
  const maxBytes = 24 * 1024 * 1024
  const { shared } = createTestStores({ maxBytes })
  const weeks = Array.from({ length: 52 }, (_, week) => ({
    beginsAt: `2026-01-01T00:00:00.${week}Z`,
    commits: week * 31,
    days: [0, 1, 2, 3, 4, 5, week / 7],
  }))
  const toBars = (data: typeof weeks) =>
    data.map(({ beginsAt, commits }) => ({ label: `Week of ${beginsAt}`, height: commits / 3 }))
  const store = async (key: string) => {
    const { data } = await shared.set(key, { data: weeks, asOf: 1.5 }, 60, [`tag of ${key}`])
    derive(data, toBars)
  }
  for (let count = 0; count < 100; count++) await store(`warm-up ${count}`)
  const heapBefore = usedHeap() - shared.stats().bytes
  for (let count = 0; count < 10_000; count++) await store(`repo ${count}`)

  const heap = usedHeap() - heapBefore
  const { bytes } = shared.stats()
  expect(bytes).toBeGreaterThan(maxBytes * 0.99)
  expect(bytes).toBeLessThanOrEqual(maxBytes)
  expect(heap / bytes).toBeGreaterThan(0.7)
  expect(heap / bytes).toBeLessThan(1.1)
})

function usedHeap(): number {
  collectGarbage()
  return process.memoryUsage().heapUsed
}
