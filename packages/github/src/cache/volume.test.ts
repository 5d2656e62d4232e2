import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { createWorld, stoppedClock, storeInMemory } from '../test-support/world.ts'
import { createCache } from './cache.ts'

const keep = { maxAge: 60, staleWhileRevalidate: 540, staleIfError: 86_340 }

test('answers 100,000 reads of 10,000 resources with one question for each', async () => {
  const { now } = stoppedClock()
  const store = storeInMemory(now)
  const { recall } = createCache(now)
  let requests = 0
  const read = (resource: number) =>
    recall({
      key: `public /repos/acme/${resource}`,
      keep,
      store,
      deadline: now() + 4000,
      path: `/repos/acme/${resource}`,
      ask: async () => {
        requests++
        return { unchanged: false, entry: { data: { resource }, pages: {}, sample: false } }
      },
    })

  const start = performance.now()
  for (let reads = 0; reads < 100_000; reads += 1000) {
    const thousand = Array.from({ length: 1000 }, (_, index) => read((reads + index) % 10_000))
    for (const [index, { entry }] of (await Promise.all(thousand)).entries()) {
      expect(entry.data).toEqual({ resource: (reads + index) % 10_000 })
    }
  }
  expect(requests).toBe(10_000)
  expect(store.stats().entries).toBe(10_000)
  expect(performance.now() - start).toBeLessThan(5000)
})

test('holds nothing of a question that has been answered or has failed', async () => {
  const { now } = stoppedClock()
  const store = storeInMemory(now)
  const { recall } = createCache(now)
  const questions: WeakRef<object>[] = []

  async function readOnce(resource: number): Promise<void> {
    const ask = async () => {
      if (resource % 2 === 0) throw new TypeError('a bug')
      return { unchanged: false as const, entry: { data: resource, pages: {}, sample: false } }
    }
    questions.push(new WeakRef(ask))
    const asking = {
      key: `public ${resource}`,
      keep,
      store,
      deadline: now() + 4000,
      path: '/',
      ask,
    }
    await recall(asking).catch(() => {})
  }

  for (let resource = 0; resource < 1000; resource++) await readOnce(resource)
  setFlagsFromString('--expose-gc')
  const collectGarbage: () => void = runInNewContext('gc')
  await expect
    .poll(() => {
      collectGarbage()
      return questions.filter((question) => question.deref()).length
    })
    .toBeLessThan(10)
})

test('reads two thousand repositories by one client ten times, and asks once for each', async () => {
  const { client, requests } = createWorld(() => Response.json({ TypeScript: 1 }))
  const data = [{ name: 'TypeScript', share: 1 }]
  for (let time = 0; time < 10; time++) {
    const github = client.forRequest()
    const reads = Array.from({ length: 2000 }, (_, index) =>
      github.getLanguages('acme', `${index}`),
    )
    for (const answer of await Promise.all(reads)) expect(answer.data).toEqual(data)
  }
  expect(requests).toHaveLength(2000)
  expect(client.status().lookups).toMatchObject({ miss: 2000, hit: 18_000 })
})
