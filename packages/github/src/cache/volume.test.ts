import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { createCircuitBreaker } from '../http/circuit-breaker.ts'
import { createTestStores } from '../test-support/redis.ts'
import { createWorld, stoppedClock, storeInMemory, withPublicRepos } from '../test-support/world.ts'
import { createCache } from './cache.ts'
import { derive } from './derive.ts'

setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')

const ttl = { maxAge: 60, staleWhileRevalidate: 540, staleIfError: 86_340 }

test('serves 100,000 reads of 10,000 resources with one request for each', async () => {
  const { now } = stoppedClock()
  const store = storeInMemory(now)
  const cache = createCache({ now, random: () => 0, circuit: createCircuitBreaker(now) })
  let requests = 0
  const read = (resource: number) =>
    cache.lookup({
      key: `public /repos/acme/${resource}`,
      ttl,
      store,
      deadline: now() + 60_000,
      path: `/repos/acme/${resource}`,
      parseData: (data) => data,
      fetchEntry: async () => {
        requests++
        return { data: { resource }, pages: {}, sample: false }
      },
    })

  for (let reads = 0; reads < 100_000; reads += 1000) {
    const thousand = Array.from({ length: 1000 }, (_, index) => read((reads + index) % 10_000))
    for (const [index, { entry }] of (await Promise.all(thousand)).entries()) {
      expect(entry.data).toEqual({ resource: (reads + index) % 10_000 })
    }
  }
  expect(requests).toBe(10_000)
  expect(store.stats().entries).toBe(10_000)
})

test('memory levels out over 100,000 reads of 10,000 resources and derived results', async () => {
  const maxBytes = 8 * 1024 * 1024
  const { shared: store } = createTestStores({ maxBytes })
  const now = Date.now
  const cache = createCache({ now, random: () => 0, circuit: createCircuitBreaker(now) })
  let largest = 0
  const repeat = ({ text }: { text: string }) => ({ html: `<p>${text.toUpperCase()}</p>` })

  async function work(from: number, to: number): Promise<void> {
    for (let reads = from; reads < to; reads++) {
      const resource = (reads * 7919) % 10_000
      const { entry } = await cache.lookup({
        key: `public /repos/acme/${resource}`,
        ttl,
        store,
        deadline: now() + 60_000,
        path: `/repos/acme/${resource}`,
        parseData: (data) => data,
        fetchEntry: async () => ({
          data: { text: `${resource} `.repeat(200) },
          pages: {},
          sample: false,
        }),
      })
      const data = entry.data as { text: string }
      derive(data, repeat)
      largest = Math.max(largest, store.stats().bytes)
    }
  }
  await work(0, 60_000)
  const heapBefore = await measureHeap()
  await work(60_000, 100_000)

  expect(largest).toBeGreaterThan(maxBytes * 0.99)
  expect(largest).toBeLessThanOrEqual(maxBytes)
  expect((await measureHeap()) - heapBefore).toBeLessThan(maxBytes / 4)
})

test('releases a request that has succeeded or failed', async () => {
  const { now } = stoppedClock()
  const store = storeInMemory(now)
  const cache = createCache({ now, random: () => 0, circuit: createCircuitBreaker(now) })
  const requests: WeakRef<object>[] = []

  async function readOnce(resource: number): Promise<void> {
    const fetchEntry = async () => {
      if (resource % 2 === 0) throw new TypeError('a bug')
      return { data: resource, pages: {}, sample: false }
    }
    requests.push(new WeakRef(fetchEntry))
    const key = `public ${resource}`
    const deadline = now() + 60_000
    const parseData = (data: unknown) => data
    const lookup = { key, ttl, store, deadline, path: '/', parseData, fetchEntry }
    await cache.lookup(lookup).catch(() => {})
  }

  for (let resource = 0; resource < 1000; resource++) await readOnce(resource)
  await expect
    .poll(() => {
      collectGarbage()
      return requests.filter((request) => request.deref()).length
    })
    .toBeLessThan(10)
})

test('reads two thousand repositories by one client ten times with two requests for each', async () => {
  const { client, requests } = createWorld(withPublicRepos(() => Response.json({ TypeScript: 1 })))
  const data = [{ name: 'TypeScript', share: 1 }]
  for (let time = 0; time < 10; time++) {
    const github = client.forRequest({ deadlineMs: 60_000 })
    const reads = Array.from({ length: 2000 }, (_, index) =>
      github.getLanguages('acme', `${index}`),
    )
    for (const snapshot of await Promise.all(reads)) expect(snapshot.data).toEqual(data)
  }
  // Each is found public, and its languages are read.
  expect(requests).toHaveLength(4000)
  expect(client.status().lookups).toMatchObject({ miss: 4000, hit: 36_000 })
})

async function measureHeap(): Promise<number> {
  // Objects with only weak references are freed by a later collection, after the callbacks have run.
  for (let collection = 0; collection < 3; collection++) {
    collectGarbage()
    await new Promise(setImmediate)
  }
  return process.memoryUsage().heapUsed
}
